import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePlan } from '../../src/guide/plan.js';
import { runs } from '../campaign.js';
import { anySituation, knowledge, today } from '../guide/any-answers.js';
import { call, fileOf } from './call.js';

const batch = async (content: string | Uint8Array, ...args: string[]) => {
  const { code, out, err } = await call(['plan', '--batch', fileOf(content), ...args]);
  expect([code, err]).toEqual([0, '']);
  return out === ''
    ? []
    : out
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => JSON.parse(line));
};

test('one line in is one object out, in order, each the plan of its answers', async () => {
  const many = fc.sample(anySituation, 20);
  const lines = many.map((answers) => JSON.stringify(Object.fromEntries(answers)));
  expect(await batch(`${lines.join('\n')}\n`)).toEqual(
    JSON.parse(JSON.stringify(many.map((answers) => makePlan(knowledge, answers, today)))),
  );
});

test('a bad line gives an error with its number, and the rest go on', async () => {
  const lines = [
    '{"purpose":"required"}',
    'hello',
    '',
    '[1]',
    'null',
    '{"purpose":',
    '{"purpose":"x"}',
    '{"a":"b"}',
    '{"purpose":{}}',
    '{}',
  ];
  const results = await batch(lines.join('\n'));
  expect(results).toHaveLength(lines.length);
  results.forEach((result, at) => {
    if (at === 0 || at === 9) expect(result.verdict).toBe('open');
    else expect(Object.keys(result)).toEqual(['error']);
    if ('error' in result) expect(result.error).toMatch(new RegExp(`^line ${at + 1}: `));
  });
});

test('a line with the same word twice and different values is an error', async () => {
  const [first] = await batch('{"purpose":"required","purpose":"available"}');
  expect(first.error).toMatch(/given twice/);
});

test('binary junk, Windows line ends and a mark at the start break no other line', async () => {
  const good = Buffer.from('\n{"site-version":"2303"}\r\n');
  const results = await batch(Buffer.concat([Uint8Array.of(0xff, 0xfe, 0x00, 0x80, 0x1b), good]));
  expect([Object.keys(results[0]), results[1].answers]).toEqual([['error'], { 'site-version': '2303' }]);
  const [marked] = await batch('\uFEFF{"site-version":"2303"}\r\n');
  expect(marked.verdict).toBe('open');
});

test('an empty batch answers nothing', async () => {
  expect(await batch('')).toEqual([]);
});

test('--set beats each line, and a wrong --set is told at once', async () => {
  const results = await batch('{"purpose":"required"}\n{}', '--set', 'purpose=available');
  expect(results.map(({ answers }) => answers.purpose)).toEqual(['available', 'available']);
  const { code, err } = await call(['plan', '--batch', fileOf('{}'), '--set', 'purpose=x']);
  expect([code, err]).toEqual([2, expect.stringMatching(/^--set: purpose: "x"/)]);
});

test('lines of any kind are each answered', async () => {
  const line = fc.oneof(fc.string({ unit: 'binary' }), fc.json()).map((text) => text.replace(/[\r\n]/g, ''));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
      const results = await batch(`${lines.join('\n')}\n`);
      expect(results).toHaveLength(lines.length);
      for (const result of results) expect('verdict' in result || 'error' in result).toBe(true);
    }),
    runs(25),
  );
});
