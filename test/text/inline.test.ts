import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, pieces } from '../../src/text/inline.js';

test('labels, code and paragraphs of a text are told apart', () => {
  expect(pieces('Set **UTC** to `on`.\n\nThen *go*.')).toEqual([
    { kind: 'plain', text: 'Set ' },
    { kind: 'strong', text: 'UTC' },
    { kind: 'plain', text: ' to ' },
    { kind: 'code', text: 'on' },
    { kind: 'plain', text: '.' },
    { kind: 'gap', text: '' },
    { kind: 'plain', text: 'Then ' },
    { kind: 'plain', text: 'go' },
    { kind: 'plain', text: '.' },
  ]);
});

const shown = (markdown: string) =>
  pieces(markdown)
    .map(({ text }) => text)
    .join('');

test('an escaped text shows as it was written and holds no mark-up', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'\\`*_{}[]<>#|~&!()-+.:/ab1 ') }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const sentence = (words: string) => `Given: ${words}.`.replace(/\s+/g, ' ');
      expect(pieces(sentence(escapeMarkdown(text))).every(({ kind }) => kind === 'plain')).toBe(true);
      expect(shown(sentence(escapeMarkdown(text)))).toBe(sentence(text));
    }),
  );
});
