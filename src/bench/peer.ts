import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Answers } from '../guide/answers.js';
import { judgeAnswers } from '../guide/judged.js';
import { type Knowledge, valuesIn } from '../knowledge/knowledge.js';
import type { State } from '../logic/judge.js';
import { day } from './answer-sets.js';
import { given, left, number, peerRules } from './peer-rules.js';

/** What the peer makes of answers: the facts that block, and the words of wizard and console with what is left of them. */
export interface PeerPlan {
  readonly blockers: readonly string[];
  readonly settings: Readonly<Record<string, readonly string[]>>;
}

/** Answers as the peer takes them: what is known of every word before a rule has run. */
export interface PeerAnswers {
  readonly answers: Answers;
  readonly start: State;
  readonly facts: Readonly<Record<string, number | true>>;
}

/** json-rules-engine with the facts as its rules, built once. */
export interface Peer {
  readonly prepare: (answers: Answers) => PeerAnswers;
  readonly plan: (prepared: PeerAnswers) => Promise<PeerPlan>;
}

/** Answers the peer of this knowledge. */
export function peerOf(knowledge: Knowledge): Peer {
  const rules = peerRules(knowledge);
  const [settled, moving, blocking] = [rules.settled, rules.moving, rules.blocking].map(engineOf);
  return {
    prepare: (answers) => prepared(knowledge, answers),
    // The engine draws conclusions but strikes no values. So the values that a word may still have are its facts, what
    // holds strikes some of them, and it runs again until nothing new holds; then once more to tell what blocks.
    async plan({ answers, start, facts }) {
      const struck = {
        knowledge,
        start,
        facts: { ...facts },
        hidden: new Set<number>(),
        contradicting: new Set<number>(),
      };
      const holding = new Set([...(await run(settled, struck.facts)), ...(await run(moving, struck.facts))]);
      for (let fresh = [...holding]; strike(fresh, struck); ) {
        fresh = (await run(moving, struck.facts)).filter((fact) => !holding.has(fact));
        for (const fact of fresh) holding.add(fact);
      }
      const blockers = new Set([...(await run(blocking, struck.facts)), ...struck.contradicting]);
      return {
        blockers: knowledge.facts.flatMap(({ id, index }) => (blockers.has(index) ? [id] : [])),
        settings: settingsOf(answers, holding, struck),
      };
    },
  };
}

function engineOf(rules: readonly RuleProperties[]): Engine {
  const engine = new Engine([...rules], { allowUndefinedFacts: true });
  engine.addOperator('within', (mask: number, allowed: number) => (mask & ~allowed) === 0);
  engine.addOperator(
    'outside',
    (mask: number | undefined, allowed: number) => mask !== undefined && (mask & ~allowed) !== 0,
  );
  engine.addOperator('stated', (mask: number | undefined) => mask !== undefined);
  return engine;
}

async function run(engine: Engine | undefined, facts: Record<string, number | true>): Promise<number[]> {
  const { events } = (await engine?.run(facts)) ?? { events: [] };
  return events.map(({ params }) => Number(params?.fact));
}

function prepared(knowledge: Knowledge, answers: Answers): PeerAnswers {
  const { state: start } = judgeAnswers({ ...knowledge, rules: [] }, answers, day);
  const facts: Record<string, number> = {};
  for (const { index } of knowledge.words) {
    const mask = start.masks[index] ?? 0;
    const value = start.numbers[index];
    facts[left(index)] = mask;
    if (start.fixed[index]) facts[given(index)] = mask;
    if (value !== undefined) facts[number(index)] = value;
  }
  return { answers, start, facts };
}

interface Struck {
  readonly knowledge: Knowledge;
  readonly start: State;
  readonly facts: Record<string, number | true>;
  readonly hidden: Set<number>;
  readonly contradicting: Set<number>;
}

/** Strikes what facts that newly hold strike, all together; answers whether there were any. */
function strike(fresh: readonly number[], { knowledge, start, facts, hidden, contradicting }: Struck): boolean {
  const masks = new Map<number, { mask: number; by: number[] }>();
  for (const at of fresh) {
    for (const test of knowledge.rules[at]?.strikes ?? []) {
      if (test.kind === 'compare' || start.fixed[test.word]) continue;
      if (test.kind === 'not-shown') {
        hidden.add(test.word);
        continue;
      }
      const entry = masks.get(test.word) ?? { mask: -1, by: [] };
      masks.set(test.word, { mask: entry.mask & test.mask, by: [...entry.by, at] });
    }
  }
  for (const [word, { mask, by }] of masks) {
    const kept = Number(facts[left(word)]) & mask;
    if (kept !== 0) facts[left(word)] = kept;
    else for (const fact of by) contradicting.add(fact);
  }
  return fresh.length > 0;
}

/** The words that something holding names or a person gave, as the plan shows them. */
function settingsOf(answers: Answers, holding: ReadonlySet<number>, { knowledge, start, facts, hidden }: Struck) {
  const named = new Set([...holding].flatMap((at) => knowledge.rules[at]?.must.map(({ word }) => word) ?? []));
  const settings: Record<string, readonly string[]> = {};
  for (const word of knowledge.words) {
    const stated = start.fixed[word.index] === 1;
    if (!word.listed || hidden.has(word.index) || !(stated || (word.role === 'set' && named.has(word.index)))) continue;
    const value = answers.get(word.id);
    settings[word.id] =
      value === undefined ? valuesIn(word, Number(facts[left(word.index)])).map(({ id }) => id) : [value].flat();
  }
  return settings;
}
