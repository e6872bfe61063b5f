import fc from 'fast-check';
import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/text/nearest.js';

const names = ['site-version', 'scenario', 'purpose', 'network'];

test('a slip of the keys finds the name that was meant, in any case', () => {
  expect(nearest('site-verson', names)).toBe('site-version');
  expect(nearest('PURPOS', names)).toBe('purpose');
});

test('a text that is like none of the names finds none', () => {
  expect(nearest('zzzzzzzzzzzzzz', names)).toBeNull();
  expect(didYouMean('zzzzzzzzzzzzzz', names)).toBe('');
});

test('a name itself is nearest to itself', () => {
  fc.assert(fc.property(fc.constantFrom(...names), (name) => nearest(name, names) === name));
});

test('a text of any length and kind is answered at once', () => {
  const long = 'x'.repeat(1_000_000);
  const before = performance.now();
  nearest(long, names);
  expect(performance.now() - before).toBeLessThan(1_000);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof didYouMean(text, names) === 'string'));
});
