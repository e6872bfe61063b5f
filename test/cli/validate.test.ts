import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.js';
import type { Report } from '../../src/guide/report-shape.js';
import { commands } from '../../src/start/commands.js';

const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-validate-'));

/** Answers the path of a file that holds this. */
function fileOf(content: string | Uint8Array, name = 'a.yaml'): string {
  const path = join(mkdtempSync(join(folder, 'f-')), name);
  writeFileSync(path, content);
  return path;
}

async function validate(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const world = {
    env: { TSDEPLOY_TODAY: '2026-11-20' },
    terminal: false,
    colours: false,
    out: (text: string) => {
      written.out += text;
    },
    err: (text: string) => {
      written.err += text;
    },
  };
  const code = await run(['validate', ...args], world, commands);
  return { code, ...written };
}

const json = async (content: string, ...args: string[]): Promise<Report> =>
  JSON.parse((await validate(fileOf(content), '--format', 'json', ...args)).out);

const wrong = 'scenario: in-place-upgrade\nsite-version: 2503\nallow-internet: off\n';
const right = 'scenario: in-place-upgrade\nsite-version: 2503\nallow-internet: on\n';

describe('tsdeploy validate', () => {
  test('ends with 1 where errors are found, and with 0 where none is', async () => {
    expect((await validate(fileOf(wrong))).code).toBe(1);
    expect((await validate(fileOf(right))).code).toBe(0);
    expect((await validate(fileOf('{}', 'a.json'))).code).toBe(0);
  });

  test('gives the report of one file as one object', async () => {
    const file = fileOf(wrong);
    const { out, err } = await validate(file, '--format', 'json');
    const report: Report = JSON.parse(out);
    expect(err).toBe('');
    expect(report).toMatchObject({
      name: file,
      input: 'config',
      read: { scenario: 'in-place-upgrade', 'site-version': '2503', 'allow-internet': 'off' },
      unread: [],
    });
    expect(report.findings[0]).toMatchObject({
      fact: 'internet/allow-internet',
      level: 'error',
      word: 'allow-internet',
      actual: 'off',
      expected: ['on'],
      fix: { 'allow-internet': 'on' },
      line: 3,
      column: 1,
    });
    expect(report.summary.errors).toBe(report.findings.filter(({ level }) => level === 'error').length);
  });

  test('gives the reports of several files as one object a line, in their order', async () => {
    const files = [fileOf(right), fileOf(wrong), fileOf('')];
    const { code, out, err } = await validate(...files, '--format', 'json');
    const objects = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(objects.map(({ name }) => name)).toEqual(files);
    expect(objects[2]).toEqual({ name: files[2], error: expect.stringContaining('it is empty') });
    expect(err).toMatch(/it is empty/);
    expect(code).toBe(2);
  });

  test('adds words with --set, which beats the file and has no line', async () => {
    const report = await json(
      'allow-internet: off\npurpose: required\n',
      '--set',
      'scenario=in-place-upgrade',
      '--set',
      'purpose=available',
    );
    expect(report.findings.map(({ word, level }) => [word, level])).toContainEqual(['allow-internet', 'error']);
    expect(report.findings.filter(({ fact }) => fact.startsWith('high-risk'))).toEqual([]);
    const beside = await json('purpose: available\n', '--set', 'metered=on');
    expect(beside.findings.find(({ word }) => word === 'metered')).toMatchObject({ level: 'error', line: 1 });
    expect((await json('purpose: required\n', '--set', 'purpose=unknown')).unstated.map(({ word }) => word)).toContain(
      'purpose',
    );
  });

  test.each([
    ['no file', [], /name a file/],
    ['a file that does not exist', ['nowhere.yaml'], /nowhere\.yaml: the file doesn't exist/],
    ['a folder', [folder], /is a folder/],
    ['an unknown word', [fileOf(right), '--set', 'colour=blue'], /unknown word "colour"/],
    ['a wrong value', [fileOf(right), '--set', 'purpose=maybe'], /Allowed: available/],
    ['an unknown format', [fileOf(right), '--format', 'xml'], /Formats: text, markdown, json, sarif/],
    ['an unknown option', [fileOf(right), '--fast'], /unknown option --fast/],
    ['a date that is none', [fileOf(right), '--today', 'soon'], /YYYY-MM-DD/],
    ['a batch beside a file', [fileOf(right), '--batch', fileOf('')], /--batch reads its own file/],
    ['a binary file', [fileOf(new Uint8Array([0, 1, 2]))], /it is binary/],
    ['a file that is too large', [fileOf(new Uint8Array(1_048_577).fill(97))], /at most 1048576 bytes/],
    ['a file of prose', [fileOf('How are you?')], /nothing that could be a config/],
  ])('tells %s in one line on standard error, and ends with 2', async (_, args, line) => {
    const { code, out, err } = await validate(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('goes by --today', async () => {
    const ended = (report: Report) => report.findings.some(({ fact }) => fact === 'support/ended');
    expect(ended(await json('site-version: 2503\n', '--today', '2026-10-01'))).toBe(true);
    expect(ended(await json('site-version: 2503\n', '--today', '2026-09-01'))).toBe(false);
  });

  test('prints nothing on a terminal that it would obey', async () => {
    const nasty = 'purpose: \u001b[31mavail\u0007able\ncomment: \u202eabc\u001b]0;x\u0007\n\u001b[2Jhello\n';
    const file = fileOf(nasty);
    for (const format of ['text', 'markdown', 'json', 'sarif']) {
      const { out } = await validate(file, '--format', format);
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
      expect(out).toContain('hello');
    }
  });
});

describe('tsdeploy validate --batch', () => {
  const batch = async (lines: readonly string[], ...args: string[]) => {
    const { code, out } = await validate('--batch', fileOf(`${lines.join('\n')}\n`), ...args);
    expect(code).toBe(0);
    return out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };

  test('gives one object a line, in order, and goes on behind a bad line', async () => {
    const lines = [
      JSON.stringify({ name: 'one', text: wrong }),
      'hello',
      JSON.stringify({ text: right }),
      '',
      '[]',
      '{"text": 1}',
      '{"text": "", "name": "empty"}',
      JSON.stringify({ text: right, set: { colour: 'blue' } }),
      JSON.stringify({ text: right, set: 'x' }),
    ];
    const objects = await batch(lines);
    expect(objects.map(({ error }) => error !== undefined)).toEqual([
      false,
      true,
      false,
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(objects.map(({ name }) => name).slice(0, 3)).toEqual(['one', 'line 2', 'line 3']);
    expect(objects[0].summary.errors).toBeGreaterThan(0);
    expect(objects[2].summary.errors).toBe(0);
    expect(objects[6]).toEqual({ name: 'empty', error: expect.stringContaining('it is empty') });
  });

  test('adds the words of a line to those of the call, the line beating the call', async () => {
    const text = 'allow-internet: off\n';
    const [given, own] = await batch(
      [
        JSON.stringify({ text }),
        JSON.stringify({ text, set: { scenario: 'intranet', 'collection-size': 25, 'wake-up': true } }),
      ],
      '--set',
      'scenario=in-place-upgrade',
    );
    expect(given.summary.errors).toBe(1);
    expect(own.findings.filter(({ word }: { word: string }) => word === 'allow-internet')).toEqual([]);
  });
});
