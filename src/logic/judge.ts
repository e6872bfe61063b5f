import { type Comparison, compare } from './cell.js';

/** Three-valued truth: `maybe` = not decided yet. */
export type Truth = 'yes' | 'no' | 'maybe';

/** A row made ready for judging: words by index, closed values as bits. */
export type Test =
  | { readonly kind: 'values'; readonly word: number; readonly mask: number }
  | { readonly kind: 'compare'; readonly word: number; readonly how: Comparison; readonly than: Bound }
  | { readonly kind: 'not-shown'; readonly word: number };

/** What a comparison compares with: a number, or another word. */
export type Bound = { readonly number: number } | { readonly word: number };

/** What is known of every word, by index. */
export interface State {
  /** Values a word may still have, as bits; 0 for a word with no closed values. */
  readonly masks: Int32Array;
  /** 1 where a value was given: it is never struck. */
  readonly fixed: Uint8Array;
  /** Given numbers and dates. */
  readonly numbers: readonly (number | undefined)[];
  /** 1 where the page or box doesn't exist. */
  readonly hidden: Uint8Array;
}

/** Answers whether one row is true. A given list is true if every element is. */
export function judge(test: Test, state: State): Truth {
  switch (test.kind) {
    case 'values': {
      const mask = state.masks[test.word] ?? 0;
      if ((mask & ~test.mask) === 0) return 'yes';
      return state.fixed[test.word] || (mask & test.mask) === 0 ? 'no' : 'maybe';
    }
    case 'compare': {
      const value = state.numbers[test.word];
      const bound = 'number' in test.than ? test.than.number : state.numbers[test.than.word];
      if (value === undefined || bound === undefined) return 'maybe';
      return compare(value, test.how, bound) ? 'yes' : 'no';
    }
    case 'not-shown':
      return state.fixed[test.word] ? 'no' : state.hidden[test.word] ? 'yes' : 'maybe';
  }
}

/** Answers whether all rows are true: no as soon as one is false. */
export function judgeAll(tests: readonly Test[], state: State): Truth {
  let all: Truth = 'yes';
  // An indexed loop: this is where all the time goes.
  for (let at = 0; at < tests.length; at++) {
    const test = tests[at];
    if (!test) break;
    const one = judge(test, state);
    if (one === 'no') return 'no';
    if (one === 'maybe') all = 'maybe';
  }
  return all;
}
