import { expect, test } from 'vitest';
import { cutWordings, wordingsBetween } from '../../src/knowledge/wordings.js';

const page = `# Page

## One

- id: a/one
- asks: Does it work: yes or no?
- kind: note

Text with - asks in it.

## Two

- asks
  - What is at https://x.example?
  - A long one that
    goes on here
- kind: note
`;

test('the wordings of a page are taken out, and every other line keeps its place', () => {
  const { text, wordings } = cutWordings(page);
  const before = page.split('\n');
  const after = text.split('\n');
  expect(after).toHaveLength(before.length);
  after.forEach((line, at) => {
    if (line !== '') expect(line).toBe(before[at]);
  });
  expect(text).not.toMatch(/Does it work|https|goes on/);
  expect(text).toContain('Text with - asks in it.');
  expect(wordings.map(({ line }) => line)).toEqual([6, 13]);
});

test('a wording keeps its colons, and goes on over lines', () => {
  const { wordings } = cutWordings(page);
  const texts = (from: number, to: number) => wordingsBetween(wordings, from, to).map(({ text }) => text);
  expect(texts(3, 11)).toEqual(['Does it work: yes or no?']);
  expect(texts(11, 99)).toEqual(['What is at https://x.example?', 'A long one that goes on here']);
});

test('a yes-or-no question may say its answer', () => {
  const { wordings } = cutWordings(
    '- asks\n  - yes: Does it restart?\n  - no: Is a cable enough?\n  - yes and no: what then?\n',
  );
  expect(wordingsBetween(wordings, 0, 9)).toEqual([
    { text: 'Does it restart?', reply: 'yes' },
    { text: 'Is a cable enough?', reply: 'no' },
    { text: 'yes and no: what then?', reply: null },
  ]);
});
