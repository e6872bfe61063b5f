import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge, judgeAll, type State, type Test } from '../../src/logic/judge.js';

const state = (parts: Partial<State>): State => ({
  masks: Int32Array.of(0b111, 0b111),
  fixed: Uint8Array.of(0, 0),
  numbers: [undefined, undefined],
  hidden: Uint8Array.of(0, 0),
  ...parts,
});
const oneOf = (mask: number, word = 0): Test => ({ kind: 'values', word, mask });

test('a row is yes where all values left satisfy it, no where none does, and else not decided', () => {
  const left = (mask: number) => state({ masks: Int32Array.of(mask, 0) });
  expect(judge(oneOf(0b011), left(0b001))).toBe('yes');
  expect(judge(oneOf(0b011), left(0b011))).toBe('yes');
  expect(judge(oneOf(0b011), left(0b100))).toBe('no');
  expect(judge(oneOf(0b011), left(0b110))).toBe('maybe');
});

test('a given list satisfies a row if every element does', () => {
  const given = (mask: number) => state({ masks: Int32Array.of(mask, 0), fixed: Uint8Array.of(1, 0) });
  expect(judge(oneOf(0b011), given(0b011))).toBe('yes');
  expect(judge(oneOf(0b011), given(0b110))).toBe('no');
});

test('numbers are compared with a number or with another word, and not before both are known', () => {
  const test = (than: { number: number } | { word: number }): Test => ({
    kind: 'compare',
    word: 0,
    how: 'at least',
    than,
  });
  expect(judge(test({ number: 5 }), state({ numbers: [5, undefined] }))).toBe('yes');
  expect(judge(test({ number: 5 }), state({ numbers: [4, undefined] }))).toBe('no');
  expect(judge(test({ number: 5 }), state({}))).toBe('maybe');
  expect(judge(test({ word: 1 }), state({ numbers: [5, 5] }))).toBe('yes');
  expect(judge(test({ word: 1 }), state({ numbers: [5, undefined] }))).toBe('maybe');
});

test('a box that is not shown is broken by a value given for it', () => {
  const hide: Test = { kind: 'not-shown', word: 0 };
  expect(judge(hide, state({}))).toBe('maybe');
  expect(judge(hide, state({ hidden: Uint8Array.of(1, 0) }))).toBe('yes');
  expect(judge(hide, state({ hidden: Uint8Array.of(1, 0), fixed: Uint8Array.of(1, 0) }))).toBe('no');
});

test('rows together are no as soon as one is, and yes where there are none', () => {
  expect(judgeAll([], state({}))).toBe('yes');
  const rows = fc.array(fc.integer({ min: 0, max: 0b111 }).map((mask) => oneOf(mask)));
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 0b111 }), (tests, mask) => {
      const left = state({ masks: Int32Array.of(mask, 0) });
      const truths = tests.map((test) => judge(test, left));
      const expected = truths.includes('no') ? 'no' : truths.includes('maybe') ? 'maybe' : 'yes';
      expect(judgeAll(tests, left)).toBe(expected);
    }),
  );
});
