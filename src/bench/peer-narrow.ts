import type { Engine } from 'json-rules-engine';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { State } from '../logic/judge.js';
import { type Engines, type Form, given, left, number } from './peer-form.js';

/** The peer's rules, built once. */
export interface PeerKnowledge {
  readonly knowledge: Knowledge;
  readonly form: Form;
  readonly engines: Engines;
}

/** What is known in the end, or while the engine runs again and again. */
export interface Narrowed {
  readonly masks: Int32Array;
  readonly hidden: Set<number>;
  readonly contradicting: Set<number>;
  /** The facts that hold. */
  readonly holding: Set<number>;
  /** The facts that blocked when an engine with both kinds of rules ran last. */
  blocks: readonly number[];
  /** What the engine is told. */
  readonly told: Record<string, unknown>;
}

/**
 * Answers what is left of every word. The engine draws conclusions but strikes no values. So what is left of a word is a
 * fact to it; what newly holds strikes values, all of it together as in our own rounds, and the engine runs again on
 * what is then left, until nothing new holds. Words in `free` count as not given.
 */
export async function peerNarrow(peer: PeerKnowledge, start: State, free: readonly Word[]): Promise<Narrowed> {
  const { first, again } = peer.engines;
  const { state, known } = begin(peer, start, free);
  let events = await run(first, known.told);
  for (let fresh = events.holds; fresh.length > 0; ) {
    for (const fact of fresh) known.holding.add(fact);
    strike(fresh, peer, state, known);
    events = await run(again, known.told);
    fresh = events.holds.filter((fact) => !known.holding.has(fact));
  }
  known.blocks = events.blocks;
  return known;
}

/** Runs the engines on what they are told; answers the facts that hold and those that block. */
export async function run(
  engines: readonly Engine[],
  told: Narrowed['told'],
): Promise<{ holds: number[]; blocks: number[] }> {
  const events = { holds: [] as number[], blocks: [] as number[] };
  for (const engine of engines)
    for (const { type, params } of (await engine.run(told)).events)
      events[type === 'holds' ? 'holds' : 'blocks'].push(Number(params?.fact));
  return events;
}

function begin({ knowledge, form }: PeerKnowledge, start: State, free: readonly Word[]) {
  const masks = start.masks.slice();
  const fixed = start.fixed.slice();
  for (const { index, full } of free) {
    masks[index] = full;
    fixed[index] = 0;
  }
  const told: Record<string, unknown> = {};
  for (const word of knowledge.words) {
    const { index } = word;
    told[left(word)] = form.value(word, masks[index] ?? 0);
    if (start.fixed[index]) told[given(word)] = form.value(word, start.masks[index] ?? 0);
    if (start.numbers[index] !== undefined) told[number(word)] = start.numbers[index];
  }
  const known: Narrowed = { masks, hidden: new Set(), contradicting: new Set(), holding: new Set(), blocks: [], told };
  return { state: { ...start, masks, fixed }, known };
}

/** Strikes what the facts strike that newly hold. A word about to lose its last value keeps what it had. */
function strike(fresh: readonly number[], { knowledge, form }: PeerKnowledge, { fixed }: State, known: Narrowed): void {
  const { masks, hidden, contradicting, told } = known;
  const struck = new Map<number, { mask: number; by: number[] }>();
  for (const at of fresh) {
    for (const test of knowledge.rules[at]?.strikes ?? []) {
      if (test.kind === 'compare' || fixed[test.word]) continue;
      if (test.kind === 'not-shown') hidden.add(test.word);
      else {
        const { mask, by } = struck.get(test.word) ?? { mask: -1, by: [] };
        const strikes = ((masks[test.word] ?? 0) & ~test.mask) !== 0;
        struck.set(test.word, { mask: mask & test.mask, by: strikes ? [...by, at] : by });
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
