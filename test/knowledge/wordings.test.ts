import { expect, test } from 'vitest';
import { cutWordings, sentencesBetween } from '../../src/knowledge/wordings.js';

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
  expect(sentencesBetween(wordings, 3, 11)).toEqual(['Does it work: yes or no?']);
  expect(sentencesBetween(wordings, 11, 99)).toEqual(['What is at https://x.example?', 'A long one that goes on here']);
});
