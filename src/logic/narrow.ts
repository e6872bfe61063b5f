import { judgeAll, type State, type Test, type Truth } from './judge.js';

/** A fact made ready for judging. */
export interface Rule {
  readonly when: readonly Test[];
  readonly must: readonly Test[];
  /** The rows of `must` that strike values once `when` holds. */
  readonly strikes: readonly Test[];
  /** The rows of `must` that are judged against what was given. */
  readonly judged: readonly Test[];
}

/** Rules that together leave a word without a value; the word keeps what it had. */
export interface Contradiction {
  readonly word: number;
  readonly rules: readonly number[];
}

export interface Narrowed {
  readonly state: State;
  /** Whether each rule's `when` holds in the end. */
  readonly when: readonly Truth[];
  readonly contradictions: readonly Contradiction[];
}

/**
 * Strikes values until nothing changes. All rules that newly hold strike together, round by round, so their order
 * can't matter. A given value is never struck.
 */
export function narrow(rules: readonly Rule[], start: State): Narrowed {
  const state = { ...start, masks: start.masks.slice(), hidden: start.hidden.slice() };
  const when: Truth[] = new Array(rules.length).fill('maybe');
  const contradictions: Contradiction[] = [];
  for (;;) {
    const fired: number[] = [];
    for (let at = 0; at < rules.length; at++) {
      const rule = rules[at];
      if (!rule || when[at] !== 'maybe') continue;
      const truth = judgeAll(rule.when, state);
      when[at] = truth;
      if (truth === 'yes' && rule.strikes.length > 0) fired.push(at);
    }
    if (fired.length === 0) return { state, when, contradictions };
    contradictions.push(...strike(fired, rules, state));
  }
}

function strike(fired: readonly number[], rules: readonly Rule[], state: State): Contradiction[] {
  const struck = new Map<number, { mask: number; rules: number[] }>();
  for (const at of fired) {
    for (const test of rules[at]?.strikes ?? []) {
      if (test.kind === 'compare' || state.fixed[test.word]) continue;
      if (test.kind === 'not-shown') state.hidden[test.word] = 1;
      else {
        const entry = struck.get(test.word) ?? { mask: -1, rules: [] };
        entry.mask &= test.mask;
        // A row that allows every value has no part in a contradiction.
        if (((state.masks[test.word] ?? 0) & ~test.mask) !== 0) entry.rules.push(at);
        struck.set(test.word, entry);
      }
    }
  }
  const contradictions: Contradiction[] = [];
  for (const [word, entry] of struck) {
    const left = (state.masks[word] ?? 0) & entry.mask;
    if (left === 0) contradictions.push({ word, rules: entry.rules });
    else state.masks[word] = left;
  }
  return contradictions;
}
