import type { Engine } from 'json-rules-engine';
import type { Answers } from '../guide/answers.js';
import { judgeAnswers } from '../guide/judged.js';
import { type Knowledge, valuesIn } from '../knowledge/knowledge.js';
import type { State } from '../logic/judge.js';
import { day } from './answer-sets.js';
import { type Form, given, left, number } from './peer-form.js';
import { peerRules } from './peer-rules.js';

/** What the peer makes of answers: the facts that block, and the words of wizard and console with what is left of them. */
export interface PeerPlan {
  readonly blockers: readonly string[];
  readonly settings: Readonly<Record<string, readonly string[]>>;
}

/** json-rules-engine with the facts as its rules. */
export type Peer = (answers: Answers) => Promise<PeerPlan>;

/**
 * Answers the peer of this knowledge, its rules built once. The engine draws conclusions but strikes no values. So
 * what is left of each word is a fact to it; what newly holds strikes values, all of it together as in our own rounds,
 * and the engine runs again on what is left until nothing new holds.
 */
export function peerOf(knowledge: Knowledge, form: Form): Peer {
  const { first, again, last } = form.engines(peerRules(knowledge, form));
  return async (answers) => {
    const work = begin(knowledge, form, answers);
    const holding = new Set<number>();
    let events = await run(first, work.told);
    for (let fresh = events.holds; fresh.length > 0; ) {
      for (const fact of fresh) holding.add(fact);
      strike(fresh, work);
      events = await run(again, work.told);
      fresh = events.holds.filter((fact) => !holding.has(fact));
    }
    const blocking = new Set([...events.blocks, ...(await run(last, work.told)).blocks, ...work.contradicting]);
    return {
      blockers: knowledge.facts.flatMap(({ id, index }) => (blocking.has(index) ? [id] : [])),
      settings: settingsOf(answers, holding, work),
    };
  };
}

async function run(engines: readonly Engine[], told: Work['told']): Promise<{ holds: number[]; blocks: number[] }> {
  const events = { holds: [] as number[], blocks: [] as number[] };
  for (const engine of engines)
    for (const { type, params } of (await engine.run(told)).events)
      events[type === 'holds' ? 'holds' : 'blocks'].push(Number(params?.fact));
  return events;
}

/** What is known while the engine runs again and again. */
interface Work {
  readonly knowledge: Knowledge;
  readonly form: Form;
  readonly start: State;
  readonly masks: Int32Array;
  readonly hidden: Set<number>;
  readonly contradicting: Set<number>;
  /** The same, as the engine is told it. */
  readonly told: Record<string, unknown>;
}

function begin(knowledge: Knowledge, form: Form, answers: Answers): Work {
  const { state: start } = judgeAnswers({ ...knowledge, facts: [], rules: [] }, answers, day);
  const told: Record<string, unknown> = {};
  for (const word of knowledge.words) {
    const value = form.value(word, start.masks[word.index] ?? 0);
    told[left(word)] = value;
    if (start.fixed[word.index]) told[given(word)] = value;
    if (start.numbers[word.index] !== undefined) told[number(word)] = start.numbers[word.index];
  }
  return { knowledge, form, start, masks: start.masks.slice(), hidden: new Set(), contradicting: new Set(), told };
}

/** Strikes what the facts strike that newly hold. A word about to lose its last value keeps what it had. */
function strike(fresh: readonly number[], { knowledge, form, start, masks, hidden, contradicting, told }: Work): void {
  const struck = new Map<number, { mask: number; by: number[] }>();
  for (const at of fresh) {
    for (const test of knowledge.rules[at]?.strikes ?? []) {
      if (test.kind === 'compare' || start.fixed[test.word]) continue;
      if (test.kind === 'not-shown') hidden.add(test.word);
      else {
        const { mask, by } = struck.get(test.word) ?? { mask: -1, by: [] };
        struck.set(test.word, { mask: mask & test.mask, by: [...by, at] });
      }
    }
  }
  for (const [index, { mask, by }] of struck) {
    const word = knowledge.words[index];
    const kept = (masks[index] ?? 0) & mask;
    if (!word) continue;
    if (kept === 0) for (const fact of by) contradicting.add(fact);
    else {
      masks[index] = kept;
      told[left(word)] = form.value(word, kept);
    }
  }
}

/** The words that something holding names or a person gave, as a plan lists them. */
function settingsOf(answers: Answers, holding: ReadonlySet<number>, { knowledge, start, masks, hidden }: Work) {
  const named = new Set([...holding].flatMap((at) => knowledge.rules[at]?.must.map(({ word }) => word) ?? []));
  const settings: Record<string, readonly string[]> = {};
  for (const word of knowledge.words) {
    const stated = start.fixed[word.index] === 1;
    if (!word.listed || hidden.has(word.index) || !(stated || (word.role === 'set' && named.has(word.index)))) continue;
    const value = answers.get(word.id);
    settings[word.id] =
      value === undefined ? valuesIn(word, masks[word.index] ?? 0).map(({ id }) => id) : [value].flat();
  }
  return settings;
}
