import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine';
import { valuesIn } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';

/** What the engine is told of a word, by the word's index. */
export const left = (word: Word) => `left ${word.index}`;
export const given = (word: Word) => `given ${word.index}`;
export const number = (word: Word) => `number ${word.index}`;

/** The facts as rules. */
export interface PeerRules {
  /** Strike values; no value that is struck can make them hold. */
  readonly settled: RuleProperties[];
  /** Strike values, and wait for struck ones. */
  readonly moving: RuleProperties[];
  /** Tell what blocks. */
  readonly blocking: RuleProperties[];
}

/** Engines in the order they run: all of `first`, all of `again` until nothing new holds, all of `last`. */
export interface Engines {
  readonly first: readonly Engine[];
  readonly again: readonly Engine[];
  readonly last: readonly Engine[];
}

/** How json-rules-engine is used. */
export interface Form {
  /** Closed values as the engine is told them. */
  readonly value: (word: Word, mask: number) => unknown;
  /** True where all that is left of the word lies in the mask. */
  readonly within: (word: Word, mask: number) => NestedCondition;
  /** True where something given for the word lies outside of the mask. */
  readonly outside: (word: Word, mask: number) => NestedCondition;
  readonly engines: (rules: PeerRules) => Engines;
}

const names = (word: Word, mask: number) => valuesIn(word, mask).map(({ id }) => id);

/** As its documentation shows it: values by name, built-in operators, one engine with every rule, run until nothing new holds. */
export const documented: Form = {
  value: names,
  within: (word, mask) => ({ fact: left(word), operator: 'everyFact:in', value: names(word, mask) }),
  outside: (word, mask) => ({ fact: given(word), operator: 'someFact:notIn', value: names(word, mask) }),
  engines: ({ settled, moving, blocking }) => {
    const all = [engineOf([...settled, ...moving, ...blocking])];
    return { first: all, again: all, last: [] };
  },
};

/** As fast as we could make it: values as bits with operators of our own, and no rule run more often than it has to. */
export const tuned: Form = {
  value: (_, mask) => mask,
  within: (word, mask) => ({ fact: left(word), operator: 'within', value: mask }),
  outside: (word, mask) => ({ fact: given(word), operator: 'outside', value: mask }),
  engines: ({ settled, moving, blocking }) => {
    const again = [engineOf(moving)];
    return { first: [engineOf(settled), ...again], again, last: [engineOf(blocking)] };
  },
};

function engineOf(rules: readonly RuleProperties[]): Engine {
  const engine = new Engine([...rules], { allowUndefinedFacts: true });
  engine.addOperator('stated', (value: unknown) => value !== undefined);
  engine.addOperator('within', (mask: number, allowed: number) => (mask & ~allowed) === 0);
  engine.addOperator(
    'outside',
    (mask: number | undefined, allowed: number) => mask !== undefined && (mask & ~allowed) !== 0,
  );
  return engine;
}
