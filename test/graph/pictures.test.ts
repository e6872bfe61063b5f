import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphCommand } from '../../src/graph/command.js';
import { staleFiles, writeFiles } from '../../src/graph/files.js';
import { generatedFiles } from '../../src/graph/generated.js';
import { chartsOf, type Files } from '../../src/graph/pictures.js';
import { packageRoot, readPages } from '../../src/knowledge/read.js';

const pages = readPages();
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
let files: Files;
beforeAll(async () => {
  files = await generatedFiles(pages);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function graph(args: readonly string[], root: string) {
  const printed = { out: '', err: '' };
  const code = await graphCommand(args, root, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
  });
  return { code, ...printed };
}

test('the files under docs say what the knowledge says now; if not, run npm run graph', () => {
  expect(staleFiles(packageRoot, files)).toEqual([]);
});

test('made again, every file is the same', async () => {
  expect(await generatedFiles(pages)).toEqual(files);
});

test('a Git host can draw every Mermaid chart, and no SVG is large', () => {
  const { flow, facts } = chartsOf(pages);
  for (const { edges } of [...flow, ...facts]) expect(edges.length).toBeLessThanOrEqual(500);
  for (const [file, text] of files) expect(text.length, file).toBeLessThan(file.endsWith('.mmd') ? 50_000 : 300_000);
});

test('the index links every file, and nothing that isn’t there', () => {
  const index = files.get('docs/README.md') ?? '';
  const links = [...index.matchAll(/\]\(([^)]+)\)/g)].map(([, file]) => `docs/${file}`);
  const linked = new Set(links.filter((file) => !file.includes('../README.md#')));
  expect(linked).toEqual(new Set([...files.keys()].filter((file) => file !== 'docs/README.md')));
});

test('files that differ, are missing or belong to no chart are stale, and writing mends that', () => {
  writeFiles(folder, files);
  expect(staleFiles(folder, files)).toEqual([]);
  const [first = '', second = ''] = [...files.keys()];
  const crlf = readFileSync(join(folder, first), 'utf8').replaceAll('\n', '\r\n');
  writeFileSync(join(folder, first), crlf);
  expect(staleFiles(folder, files)).toEqual([]);
  writeFileSync(join(folder, first), 'old');
  rmSync(join(folder, second));
  writeFileSync(join(folder, 'docs/flow/gone.svg'), '');
  writeFileSync(join(folder, 'docs/another.md'), 'not a picture');
  expect(staleFiles(folder, files)).toEqual([
    { file: first, why: 'differs' },
    { file: second, why: 'missing' },
    { file: 'docs/flow/gone.svg', why: 'left over' },
  ]);
  writeFiles(folder, files);
  expect(staleFiles(folder, files)).toEqual([]);
  expect(readFileSync(join(folder, 'docs/another.md'), 'utf8')).toBe('not a picture');
});

test('graph --check names stale files and exits 1; graph makes them and exits 0', async () => {
  const root = mkdtempSync(join(tmpdir(), 'graph-'));
  try {
    for (const [path, text] of pages) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const stale = await graph(['--check'], root);
    expect(stale.code).toBe(1);
    expect(stale.err).toContain('docs/flow.svg: missing');
    expect((await graph([], root)).code).toBe(0);
    expect(await graph(['--check'], root)).toMatchObject({ code: 0, err: '' });
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('an unknown argument or an unreadable folder is told in one line, with exit code 2', async () => {
  for (const { code, err } of [await graph(['--chekc'], packageRoot), await graph([], join(folder, 'nowhere'))]) {
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
  }
});
