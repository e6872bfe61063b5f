import { expect, test } from 'vitest';
import { isDeep } from '../../src/config/yaml-depth.js';

test.each([
  ['brackets', (depth: number) => `a: ${'['.repeat(depth - 2)}x`],
  ['marks of lists', (depth: number) => `${'- '.repeat(depth - 1)}x`],
  [
    'lines further in',
    (depth: number) => Array.from({ length: depth - 1 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
  ],
])('%s count one each', (_, nested) => {
  expect(isDeep(nested(50), 50)).toBe(false);
  expect(isDeep(nested(60), 50)).toBe(true);
});

test('what closes, a new line and a line further out count no more', () => {
  expect(isDeep('a: [[1], [2]]\nb:\n  c: {d: e}\nf: g\n'.repeat(1000), 8)).toBe(false);
});
