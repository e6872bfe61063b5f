import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphCommand } from '../../src/graph/command.js';
import { staleFiles, writePictures } from '../../src/graph/files.js';
import { chartsOf, drawPictures, type Pictures } from '../../src/graph/pictures.js';
import { packageRoot, readPages } from '../../src/knowledge/read.js';

const pages = readPages();
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
let pictures: Pictures;
beforeAll(async () => {
  pictures = await drawPictures(pages);
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

test('the pictures under docs show the knowledge as it is now; if not, run npm run graph', () => {
  expect(staleFiles(packageRoot, pictures)).toEqual([]);
});

test('drawn again, every picture is the same', async () => {
  expect(await drawPictures(pages)).toEqual(pictures);
});

test('a Git host can draw every Mermaid chart, and no SVG is large', () => {
  const { flow, facts } = chartsOf(pages);
  for (const { edges } of [...flow, ...facts]) expect(edges.length).toBeLessThanOrEqual(500);
  for (const [file, text] of pictures) expect(text.length, file).toBeLessThan(file.endsWith('.mmd') ? 50_000 : 300_000);
});

test('the index links every file, and nothing that isn’t there', () => {
  const index = pictures.get('docs/README.md') ?? '';
  const linked = new Set([...index.matchAll(/\]\(([^)]+)\)/g)].map(([, file]) => `docs/${file}`));
  expect(linked).toEqual(new Set([...pictures.keys()].filter((file) => file !== 'docs/README.md')));
});

test('files that differ, are missing or belong to no chart are stale, and writing mends that', () => {
  writePictures(folder, pictures);
  expect(staleFiles(folder, pictures)).toEqual([]);
  const [first = '', second = ''] = [...pictures.keys()];
  const crlf = readFileSync(join(folder, first), 'utf8').replaceAll('\n', '\r\n');
  writeFileSync(join(folder, first), crlf);
  expect(staleFiles(folder, pictures)).toEqual([]);
  writeFileSync(join(folder, first), 'old');
  rmSync(join(folder, second));
  writeFileSync(join(folder, 'docs/flow/gone.svg'), '');
  writeFileSync(join(folder, 'docs/another.md'), 'not a picture');
  expect(staleFiles(folder, pictures)).toEqual([
    { file: first, why: 'differs' },
    { file: second, why: 'missing' },
    { file: 'docs/flow/gone.svg', why: 'left over' },
  ]);
  writePictures(folder, pictures);
  expect(staleFiles(folder, pictures)).toEqual([]);
  expect(readFileSync(join(folder, 'docs/another.md'), 'utf8')).toBe('not a picture');
});

test('graph --check names stale files and exits 1; graph draws them and exits 0', async () => {
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
