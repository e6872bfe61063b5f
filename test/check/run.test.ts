import { expect, test } from 'vitest';
import { checks, documentChecks } from '../../src/check/index.js';
import { runChecks } from '../../src/check/run.js';
import type { Pages } from '../../src/knowledge/read.js';
import { Unusable } from '../../src/text/problem.js';
import { broken } from './broken.js';
import { document, folderOf, tinyPages } from './tiny.js';

function run(args: readonly string[], pages: () => Pages = tinyPages) {
  let out = '';
  let err = '';
  const code = runChecks(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    pages,
  });
  return { code, out, err };
}

test('sound knowledge ends with code 0, a tick for each check, and what the walk stands for', () => {
  const { code, out, err } = run([]);
  expect(code).toBe(0);
  expect(err).toBe('');
  for (const { name } of checks) expect(out).toContain(`✓ ${name}: `);
  expect(out).toMatch(/\d+ states walked in [\d.]+ s, standing for \d+ paths/);
  expect(out).toContain('--documents DIR');
});

test('with a folder of documents all checks are made', () => {
  const { code, out } = run(['--documents', folderOf({ 'paint.md': document })]);
  expect(code).toBe(0);
  for (const { name } of [...checks, ...documentChecks]) expect(out).toContain(`✓ ${name}: `);
});

test('a finding ends with code 1, and stands with file and line behind all checks', () => {
  const { code, out } = run([], () => tinyPages(broken['facts-apply']));
  expect(code).toBe(1);
  expect(out).toContain('✗ facts-apply: ');
  expect(out).toMatch(/\nknowledge\/facts\/facts\.md:\d+: facts\/never never applies/);
});

test("pages that can't be read end with code 1 and what is wrong in them; the other checks wait", () => {
  const { code, out } = run([], () => tinyPages(broken['words-known']));
  expect(code).toBe(1);
  expect(out).toMatch(/\nknowledge\/facts\/facts\.md:\d+: colour has no value "rde"/);
  expect(out).not.toContain('facts-apply');
});

test.each([
  [['--document', 'x'], 'unknown option --document'],
  [['--documents'], 'needs a folder'],
  [['--documents='], 'needs a folder'],
  [['somewhere'], '"somewhere" isn\'t understood'],
  [['--documents', 'a', '--documents', 'b'], 'given twice'],
  [['--documents', '/nowhere/at/all'], "can't be read"],
])('the call %j ends with code 2 and one clear line', (args, says) => {
  const { code, err } = run(args);
  expect(code).toBe(2);
  expect(err).toContain(says);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test("a knowledge folder that can't be read ends with code 2", () => {
  const gone = () => {
    throw new Unusable(["knowledge/facts: can't be read."]);
  };
  expect(run([], gone)).toEqual({ code: 2, out: '', err: "knowledge/facts: can't be read.\n" });
});
