import type { RuleProperties, TopLevelCondition } from 'json-rules-engine';
import type { Knowledge } from '../knowledge/knowledge.js';
import { binding } from '../knowledge/link.js';
import type { Comparison } from '../logic/cell.js';
import type { Bound, Test } from '../logic/judge.js';

/** The facts as rules of json-rules-engine, in three sets, so that none runs more often than it has to. */
export interface PeerRules {
  /** Strike values; no value that is struck can make them hold: they run once. */
  readonly settled: readonly RuleProperties[];
  /** Strike values and wait for struck ones: they run until nothing new holds. */
  readonly moving: readonly RuleProperties[];
  /** Tell what blocks: they run once, in the end. */
  readonly blocking: readonly RuleProperties[];
}

/** What the engine is told of a word, by the word's index. */
export const left = (word: number) => `left ${word}`;
export const given = (word: number) => `given ${word}`;
export const number = (word: number) => `number ${word}`;

/** Answers the rules for all required facts that ask something: conditions from `when` and `must`, the fact's index in the event. */
export function peerRules(knowledge: Knowledge): PeerRules {
  const facts = knowledge.facts.filter((fact) => binding(fact) && fact.must.length > 0);
  const struck = new Set(facts.flatMap(({ index }) => knowledge.rules[index]?.strikes.map(({ word }) => word) ?? []));
  const rules = { settled: [] as RuleProperties[], moving: [] as RuleProperties[], blocking: [] as RuleProperties[] };
  for (const { index } of facts) {
    const { when, must, strikes } = knowledge.rules[index] ?? { when: [], must: [], strikes: [] };
    const holds = when.map(whenHolds);
    const event = { type: 'holds', params: { fact: index } };
    const waits = when.some((test) => wordsOf(test).some((word) => struck.has(word)));
    if (strikes.length > 0) rules[waits ? 'moving' : 'settled'].push({ conditions: { all: holds }, event });
    rules.blocking.push({ conditions: { all: [...holds, { any: must.map(whenBroken) }] }, event });
  }
  return rules;
}

const wordsOf = (test: Test): number[] =>
  test.kind === 'compare' && 'word' in test.than ? [test.word, test.than.word] : [test.word];

type Condition = Extract<TopLevelCondition, { all: unknown }>['all'][number];

const holding: Readonly<Record<Comparison, string>> = {
  'more than': 'greaterThan',
  'at least': 'greaterThanInclusive',
  'fewer than': 'lessThan',
  'at most': 'lessThanInclusive',
};
const breaking: Readonly<Record<Comparison, string>> = {
  'more than': 'lessThanInclusive',
  'at least': 'lessThan',
  'fewer than': 'greaterThanInclusive',
  'at most': 'greaterThan',
};
const bound = (than: Bound) => ('number' in than ? than.number : { fact: number(than.word) });

function whenHolds(test: Test): Condition {
  if (test.kind === 'compare') return { fact: number(test.word), operator: holding[test.how], value: bound(test.than) };
  if (test.kind === 'values') return { fact: left(test.word), operator: 'within', value: test.mask };
  throw new Error('A row of `when` says "not shown", which stands in `must` alone.');
}

/** Only what a person gave can be broken. */
function whenBroken(test: Test): Condition {
  if (test.kind === 'compare')
    return { fact: number(test.word), operator: breaking[test.how], value: bound(test.than) };
  return test.kind === 'values'
    ? { fact: given(test.word), operator: 'outside', value: test.mask }
    : { fact: given(test.word), operator: 'stated', value: true };
}
