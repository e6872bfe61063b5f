import { expect, test } from 'vitest';
import { wordingsIn } from '../../src/knowledge/wordings.js';
import { sections } from '../../src/text/sections.js';

const wordings = (rows: string) => wordingsIn(sections('page.md', `## One\n\n${rows}`)[0]?.rows ?? []);
const texts = (rows: string) => wordings(rows).map(({ text }) => text);

test('a wording stands behind the name or in rows under it, and keeps its colons', () => {
  expect(texts('- id: a/one\n- asks: Does it work: yes or no?\n- kind: note\n')).toEqual(['Does it work: yes or no?']);
  expect(
    texts('- asks\n  - What is at https://x.example?\n  - A long one that\n    goes on here\n- kind: note\n'),
  ).toEqual(['What is at https://x.example?', 'A long one that goes on here']);
  expect(texts('- kind: note\n')).toEqual([]);
});

test('a yes-or-no question may say its answer', () => {
  expect(
    wordings('- asks\n  - yes: Does it restart?\n  - no: Is a cable enough?\n  - yes and no: what then?\n'),
  ).toEqual([
    { text: 'Does it restart?', reply: 'yes' },
    { text: 'Is a cable enough?', reply: 'no' },
    { text: 'yes and no: what then?', reply: null },
  ]);
});
