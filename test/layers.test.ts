import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.js';

/** Folders of src/, lowest first; those of one row don't know each other, but for what is named below. */
const layers = [
  ['text', 'logic'],
  ['knowledge'],
  ['guide'],
  ['answer'],
  ['config', 'formats', 'reference', 'setup', 'store'],
  ['check', 'correct', 'plans', 'questions'],
  ['tickets'],
  ['graph', 'slack', 'desk', 'cli'],
  // What serves the desk, and the page itself, which runs in a browser.
  ['desk-server'],
  ['desk-page'],
  ['start'],
  ['pictures'],
  // The bench measures all of it.
  ['cli.ts', 'bench'],
];

const layerOf = (folder: string) => layers.findIndex((row) => row.includes(folder));
const folderOf = (path: string) => path.split('/')[0] ?? '';

/** Answers the files of the program that a file imports, lazily or not. */
const importsOf = ({ path, text }: SourceFile): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(([, to = '']) =>
    posix.join(posix.dirname(path), to),
  );

const files = sourceFiles();

test('every folder has its layer', () => {
  expect(files.length).toBeGreaterThan(50);
  for (const { path } of files) expect(layerOf(folderOf(path)), path).toBeGreaterThanOrEqual(0);
});

test('arrows between the folders point down only', () => {
  const arrows = files.flatMap((file) => importsOf(file).map((to) => ({ from: file.path, to })));
  expect(arrows.length).toBeGreaterThan(100);
  const wrong = arrows.filter(({ from, to }) => {
    const [above, below] = [folderOf(from), folderOf(to)];
    return above !== below && layerOf(below) >= layerOf(above);
  });
  expect(wrong).toEqual([]);
});

test('what is imported exists', () => {
  const paths = new Set(files.map(({ path }) => path.replace(/\.tsx?$/, '.js')));
  for (const file of files) for (const to of importsOf(file)) expect(paths.has(to), `${file.path} → ${to}`).toBe(true);
});

test('planning from the command line loads neither Slack nor the prompts nor YAML nor the search', () => {
  const byPath = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, '.js'), file]));
  const eager = (text: string) => text.replace(/import\s*\([^)]*\)/g, '').replace(/import type[^;]*;/g, '');
  const reached = new Set<string>();
  const packages = new Set<string>();
  const follow = (path: string) => {
    const file = byPath.get(path);
    if (!file || reached.has(path)) return;
    reached.add(path);
    const text = eager(file.text);
    for (const [, name = ''] of text.matchAll(/from\s*'([^.'][^']*)'/g)) packages.add(name);
    for (const to of importsOf({ path: file.path, text })) follow(to);
  };
  follow('cli.js');
  follow('cli/plan.js');
  expect([...packages].filter((name) => /slack|clack|yaml|^ws$|minisearch|stemmer/.test(name))).toEqual([]);
});

test('the page runs in a browser: nothing that it reaches needs Node', () => {
  const byPath = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, '.js'), file]));
  const reached = new Set<string>();
  const follow = (path: string) => {
    const file = byPath.get(path);
    if (!file || reached.has(path)) return;
    reached.add(path);
    for (const to of importsOf({ path, text: file.text.replace(/import type[^;]*;/g, '') })) follow(to);
  };
  follow('desk-page/main.js');
  expect(reached.size).toBeGreaterThan(30);
  const needy = [...reached].filter((path) => /from '(node:|ws|@slack|yaml)/.test(byPath.get(path)?.text ?? ''));
  expect(needy).toEqual([]);
});
