import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ask } from './asked.js';

interface Case {
  readonly question: string;
  readonly after: string | undefined;
  readonly begins: string;
  readonly holds: readonly string[];
}

const [, ...blocks] =
  `\n---\n${readFileSync(new URL('asked.txt', import.meta.url), 'utf8').replace(/^#.*\n\n/, '')}`.split('\n---\n');

const cases = blocks.map((block): Case => {
  const [head = '', wanted = ''] = block.trim().split('\n\n');
  const lines = head.split('\n');
  const after = lines.find((line) => line.startsWith('> '))?.slice(2);
  const [begins = '', ...holds] = wanted.split('\n');
  return { question: lines.at(-1) ?? '', after, begins, holds: holds.map((line) => line.replace(/^… /, '')) };
});

test('there are questions', () => {
  expect(cases.length).toBeGreaterThan(10);
});

test.each(cases)('$question', ({ question, after, begins, holds }) => {
  const { answer } = ask(question, after);
  expect(answer.slice(0, begins.length)).toBe(begins);
  for (const words of holds) expect(answer).toContain(words);
});
