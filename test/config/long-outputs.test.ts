import { expect, test } from 'vitest';
import { asCsv, asList, deployment, read } from './printed-deployment.js';

const many = Array.from({ length: 2_100 }, () => deployment());
/** The line on which the object behind the last one that is read starts, from 1, and how many lines are left. */
const left = (text: string, header: number, total: number) => {
  const lines = text.trimEnd().split('\n').length - header;
  return { from: header + (lines / total) * 2_000, each: lines / total };
};

test.each([
  ['CSV', asCsv, 1],
  ['a list', asList, 0],
] as const)('of more than 2,000 objects as %s the lines that are left are told', (_, print, header) => {
  const text = print(many).replace(/\r/g, '');
  const { subjects, unread } = read(text);
  const { from, each } = left(text, header, many.length);
  expect(subjects).toHaveLength(2_000);
  const row = unread.find((one) => one.text.includes('more lines from here on'));
  expect(Math.abs((row?.line ?? 0) - from)).toBeLessThanOrEqual(each + 2);
  expect(row?.text).toMatch(/^… and \d+ more lines from here on$/);
});

test('100,000 properties of one object are read no further, and the rest is told', () => {
  const { unread } = read(`OfferType : 2\n${'a :\n'.repeat(110_000)}`);
  expect(unread).toEqual([{ line: 100_001, text: '… and 10001 more lines from here on' }]);
});
