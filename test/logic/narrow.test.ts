import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { State, Test } from '../../src/logic/judge.js';
import { narrow, type Rule } from '../../src/logic/narrow.js';

const words = 4;
const full = 0b111;
const values = (word: number, mask: number): Test => ({ kind: 'values', word, mask });
const rule = (when: Test[], strikes: Test[]): Rule => ({ when, must: strikes, strikes, judged: [] });
const open = (): State => ({
  masks: new Int32Array(words).fill(full),
  fixed: new Uint8Array(words),
  numbers: new Array(words).fill(undefined),
  hidden: new Uint8Array(words),
});

const anyTest = fc
  .tuple(fc.nat({ max: words - 1 }), fc.integer({ min: 1, max: full }))
  .map(([word, mask]) => values(word, mask));
const anyRules = fc.array(
  fc
    .tuple(fc.array(anyTest, { maxLength: 2 }), fc.array(anyTest, { minLength: 1, maxLength: 2 }))
    .map(([when, must]) => rule(when, must)),
  { maxLength: 8 },
);
const anyStart = fc
  .array(fc.option(fc.constantFrom(0b001, 0b010, 0b100)), { minLength: words, maxLength: words })
  .map((given) => {
    const state = open();
    given.forEach((mask, word) => {
      if (mask === null) return;
      state.masks[word] = mask;
      state.fixed[word] = 1;
    });
    return state;
  });

test('a rule that holds strikes values, and what follows from that strikes on', () => {
  const chain = [
    rule([values(1, 0b001)], [values(2, 0b010)]),
    rule([], [values(0, 0b001)]),
    rule([values(0, 0b001)], [values(1, 0b001)]),
  ];
  const { state, when, contradictions } = narrow(chain, open());
  expect([...state.masks]).toEqual([0b001, 0b001, 0b010, full]);
  expect(when).toEqual(['yes', 'yes', 'yes']);
  expect(contradictions).toEqual([]);
});

test('a word about to lose its last value keeps it, and the rules that meet there are told', () => {
  const { state, contradictions } = narrow([rule([], [values(0, 0b001)]), rule([], [values(0, 0b010)])], open());
  expect(state.masks[0]).toBe(full);
  expect(contradictions).toEqual([{ word: 0, rules: [0, 1] }]);
});

const anyOrder = anyRules.chain((rules) => {
  const places = rules.map((_, at) => at);
  return fc.tuple(fc.constant(rules), fc.shuffledSubarray(places, { minLength: places.length }));
});

test('the order of the rules changes nothing', () => {
  fc.assert(
    fc.property(anyOrder, anyStart, ([rules, order], start) => {
      const before = narrow(rules, start);
      const after = narrow(
        order.flatMap((at) => rules.slice(at, at + 1)),
        start,
      );
      expect([...after.state.masks]).toEqual([...before.state.masks]);
      expect(rules.map((_, at) => after.when[order.indexOf(at)])).toEqual(before.when);
      expect(new Set(after.contradictions.map(({ word }) => word))).toEqual(
        new Set(before.contradictions.map(({ word }) => word)),
      );
    }),
  );
});

test('a given value is never struck, no word loses all values, and the start stays as it was', () => {
  fc.assert(
    fc.property(anyRules, anyStart, (rules, start) => {
      const before = [...start.masks];
      const { state } = narrow(rules, start);
      expect([...start.masks]).toEqual(before);
      state.masks.forEach((mask, word) => {
        expect(mask).not.toBe(0);
        if (start.fixed[word]) expect(mask).toBe(before[word]);
      });
    }),
  );
});

test('what is known stays known when more is given', () => {
  fc.assert(
    fc.property(anyRules, anyStart, fc.nat({ max: words - 1 }), (rules, start, word) => {
      const less = { ...start, masks: start.masks.slice(), fixed: start.fixed.slice() };
      less.masks[word] = full;
      less.fixed[word] = 0;
      const [few, more] = [narrow(rules, less), narrow(rules, start)];
      // Where rules contradict each other, or a given value goes against them, nothing more is promised.
      fc.pre(few.contradictions.length + more.contradictions.length === 0);
      fc.pre(((few.state.masks[word] ?? 0) & (start.masks[word] ?? 0)) !== 0);
      few.when.forEach((truth, at) => {
        if (truth === 'yes') expect(more.when[at]).toBe('yes');
      });
    }),
  );
});
