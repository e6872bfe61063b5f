import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap } from '../../src/text/wrap.js';

const words = fc.array(fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 12 }), { minLength: 1 });

test('a wrapped text keeps its words in order, each line within the width and under the first word', () => {
  fc.assert(
    fc.property(words, (all) => {
      const lines = wrap('# ', all.join(' '), 20);
      expect(lines.map((line) => line.slice(2)).join(' ')).toBe(all.join(' '));
      expect(lines.map((line) => line.slice(0, 2))).toEqual(lines.map((_, at) => (at === 0 ? '# ' : '  ')));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
    }),
  );
});

test('a word longer than the width has a line of its own', () => {
  expect(wrap('', `a ${'b'.repeat(30)} c`, 20)).toEqual(['a', 'b'.repeat(30), 'c']);
});

test('a measure says how wide a text is shown', () => {
  const unseen = (text: string) => text.replaceAll('*', '').length;
  expect(wrap('*-* ', '**aa** **bb** cc', 7, unseen)).toEqual(['*-* **aa** **bb**', '  cc']);
});
