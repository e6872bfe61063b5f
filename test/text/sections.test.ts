import { expect, test } from 'vitest';
import { sections } from '../../src/text/sections.js';

const page = `# Page

- preview: tp1

## First: a *heading*

- id: page/first
- when
  - word: a, b
    - deeper: x: y
- bare

One line
and the next.

Another paragraph.

1. Step one
   goes on.
    1. Nested.
1. Step two.

| version | available |
| --- | --- |
| 2010 | 2020-11-30 |
`;

test('a page is read as its headings with their rows, paragraphs, steps and table lines', () => {
  const [title, first] = sections('page.md', page);
  expect(title).toMatchObject({
    level: 1,
    heading: 'Page',
    line: 1,
    rows: [{ name: 'preview', value: 'tp1', line: 3 }],
  });
  expect(first).toMatchObject({ level: 2, heading: 'First: a *heading*', line: 5, strays: [] });
  expect(first?.rows.map(({ name, value, line }) => [name, value, line])).toEqual([
    ['id', 'page/first', 7],
    ['when', '', 8],
    ['bare', '', 11],
  ]);
  expect(first?.rows[1]?.rows[0]).toMatchObject({ name: 'word', value: 'a, b', line: 9 });
  expect(first?.rows[1]?.rows[0]?.rows[0]).toMatchObject({ name: 'deeper', value: 'x: y', line: 10 });
  expect(first?.paragraphs).toEqual(['One line and the next.', 'Another paragraph.']);
  expect(first?.steps).toEqual(['Step one goes on.', '   Nested.', 'Step two.']);
  expect(first?.table.map(({ cells, line }) => [Object.fromEntries(cells), line])).toEqual([
    [{ version: '2010', available: '2020-11-30' }, 25],
  ]);
});

test('the same page with Windows line ends says the same', () => {
  expect(sections('page.md', page.replaceAll('\n', '\r\n'))).toEqual(sections('page.md', page));
});

test('what stands inside a line is kept as written', () => {
  const [section] = sections('page.md', '# Head\n\n**Label** and `C:\\Mount` & <b>\n');
  expect(section?.paragraphs).toEqual(['**Label** and `C:\\Mount` & <b>']);
});

test('a block that a page cannot hold is named by its line', () => {
  expect(sections('page.md', '# Head\n\n> a quote\n')[0]?.strays).toEqual([3]);
  expect(sections('page.md', 'no heading\n')[0]?.strays).toEqual([1]);
  expect(sections('page.md', '')).toEqual([]);
});
