import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, comparisons, parseCell } from '../../src/logic/cell.js';

test('each way of writing a cell is read as what it says', () => {
  expect(parseCell('a')).toEqual({ kind: 'one-of', values: ['a'] });
  expect(parseCell(' a , b ')).toEqual({ kind: 'one-of', values: ['a', 'b'] });
  expect(parseCell('not a, b')).toEqual({ kind: 'none-of', values: ['a', 'b'] });
  expect(parseCell('not shown')).toEqual({ kind: 'not-shown' });
  expect(parseCell('2010 or later')).toEqual({ kind: 'or-later', value: '2010' });
  expect(parseCell('2002 or earlier')).toEqual({ kind: 'or-earlier', value: '2002' });
  expect(parseCell('at least default-size')).toEqual({ kind: 'compare', how: 'at least', than: 'default-size' });
});

test('a value that only begins like a comparison or a negation is a value', () => {
  expect(parseCell('nothing')).toEqual({ kind: 'one-of', values: ['nothing'] });
  expect(parseCell('at leastwise')).toEqual({ kind: 'one-of', values: ['at leastwise'] });
  expect(parseCell('not-shown')).toEqual({ kind: 'one-of', values: ['not-shown'] });
});

test('every text states a cell', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parseCell(text).kind.length > 0));
});

test('of the four comparisons, each is the opposite of another', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (value, bound) => {
      const [more, least, fewer, most] = comparisons.map((how) => compare(value, how, bound));
      expect([more, least]).toEqual([!most, !fewer]);
      expect(compare(bound, 'at least', bound) && compare(bound, 'at most', bound)).toBe(true);
      expect(compare(bound, 'more than', bound) || compare(bound, 'fewer than', bound)).toBe(false);
    }),
  );
});
