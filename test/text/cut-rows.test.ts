import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutRows, type Row } from '../../src/text/cut-rows.js';
import { runs } from '../campaign.js';

const page = `# Page

Text
- no row, since text stands above

## One
- id: a/one
* asks
  - What is at https://x.example?
  - A long one that
    goes on here,
and here
    - deeper: x: y
 - bare

   - below bare
1. A step
- no row

## Two
- last:
| a | table |
`;

const shown = (rows: readonly Row[]): unknown[] => rows.map(({ text, line, rows }) => [line, text, ...shown(rows)]);

test('the rows right under a heading are taken out, and every other line keeps its place', () => {
  const { text } = cutRows('page.md', page);
  const before = page.split('\n');
  const after = text.split('\n');
  expect(after).toHaveLength(before.length);
  const left = after.filter((line) => line !== '');
  expect(left).toEqual([
    '# Page',
    'Text',
    '- no row, since text stands above',
    '## One',
    '1. A step',
    '- no row',
    '## Two',
    '| a | table |',
  ]);
  after.forEach((line, at) => {
    if (line !== '') expect(line).toBe(before[at]);
  });
});

test('rows nest by how far they stand in, go on over lines, and keep their colons', () => {
  const { rows } = cutRows('page.md', page);
  expect([...rows].map(([line, own]) => [line, shown(own)])).toEqual([
    [1, []],
    [
      6,
      [
        [7, 'id: a/one'],
        [
          8,
          'asks',
          [9, 'What is at https://x.example?'],
          [10, 'A long one that goes on here, and here', [13, 'deeper: x: y']],
        ],
        [14, 'bare', [16, 'below bare']],
      ],
    ],
    [20, [[21, 'last:']]],
  ]);
  const [id, asks, bare] = rows.get(6) ?? [];
  expect(id).toMatchObject({ file: 'page.md', name: 'id', value: 'a/one' });
  expect(asks?.rows[1]?.rows[0]).toMatchObject({ name: 'deeper', value: 'x: y' });
  expect(bare).toMatchObject({ name: 'bare', value: '' });
});

test('of any lines, each is left at its place or stands in a row, in the same order', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      '  ',
      '# h',
      '## h',
      '- a: b',
      '  - c',
      '    - d',
      '\t- e',
      '  on',
      '1. s',
      '| t',
      '> q',
      '-',
      '---',
    ),
    fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n]/g, '')),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { text, rows } = cutRows('p', lines.join('\n'));
      const after = text.split('\n');
      const texts = new Map<number, string>();
      const gather = (own: readonly Row[]): void => {
        for (const row of own) {
          texts.set(row.line, row.text);
          gather(row.rows);
        }
      };
      [...rows.values()].forEach(gather);
      const words = (all: readonly string[]) => all.join(' ').split(/\s+/).filter(Boolean);
      const both = after.flatMap((left, at) => [left, `- ${texts.get(at + 1) ?? ''}`]);
      const bare = (all: readonly string[]) => words(all).filter((word) => !/^[-*+]$/.test(word));
      expect(bare(both)).toEqual(bare(lines));
    }),
    runs(300),
  );
});
