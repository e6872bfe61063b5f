import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { call, fileOf } from './call.js';

const json = async (...args: string[]) => JSON.parse((await call(['plan', '--format', 'json', ...args])).out);

describe('tsdeploy plan', () => {
  test('exits with 0 for an open and a ready plan, and with 1 for a blocked one', async () => {
    expect((await call(['plan'])).code).toBe(0);
    expect((await call(['plan', '--set', 'site-version=2002', '--set', 'scenario=boot-media-over-cmg'])).code).toBe(1);
  });

  test('prints all of JSON to standard output, and nothing else', async () => {
    const { out, err, code } = await call(['plan', '--format', 'json', '--set', 'site-version=2303']);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'open', answers: { 'site-version': '2303' } });
    expect([err, code]).toEqual(['', 0]);
  });

  test('has four formats', async () => {
    const set = ['--set', 'site-version=2303'];
    expect((await call(['plan', ...set])).out).toMatch(/^Open: /);
    expect((await call(['plan', '--format', 'text', ...set])).out).toMatch(/^Open: /);
    expect((await call(['plan', '--format', 'markdown', ...set])).out).toMatch(/^# Open: /);
    expect((await call(['plan', '--format=json', ...set])).out).toMatch(/^\{/);
    expect((await call(['plan', '--format', 'powershell', ...set])).out).toMatch(/^#/);
  });

  test('writes no script for an open or a blocked plan: comments only, and exit code 1', async () => {
    for (const set of ['site-version=2303', 'site-version=tp2009']) {
      const { code, out } = await call(['plan', '--format', 'powershell', '--set', set]);
      expect(code).toBe(1);
      expect(
        out
          .replace(/<#[\s\S]*?#>/g, '')
          .split('\n')
          .filter((line) => !/^\s*(#.*)?$/.test(line)),
      ).toEqual([]);
    }
  });

  test('reads answers from a file, and --set beats the file', async () => {
    const file = fileOf('site-version: 2010\npurpose: required\n');
    expect((await json(file)).answers).toEqual({ 'site-version': '2010', purpose: 'required' });
    expect((await json(file, '--set', 'Site version=CB 2309')).answers['site-version']).toBe('2309');
  });

  test('reads the file that it wrote itself', async () => {
    const { path } = await json('--set', 'site-version=2303', '--set', 'comment=two "words" = x');
    expect((await json(fileOf(path))).answers).toEqual({ 'site-version': '2303', comment: 'two "words" = x' });
  });

  test('reads files as Windows writes them', async () => {
    const text = 'site-version: 2010\r\ncomment: für alle\r\n';
    const expected = { 'site-version': '2010', comment: 'für alle' };
    expect((await json(fileOf(`\uFEFF${text}`))).answers).toEqual(expected);
    expect((await json(fileOf(Buffer.from(`\uFEFF${text}`, 'utf16le')))).answers).toEqual(expected);
  });

  test('judges the end of support on the date given, before that of the environment', async () => {
    const facts = async (...args: string[]) =>
      (await json('--set', 'site-version=2409', ...args)).warnings.map(({ fact }: { fact: string }) => fact);
    expect(await facts()).toContain('support/ended');
    expect(await facts('--today', '2026-06-04')).toContain('support/ends-soon');
    expect(await facts('--today=2025-01-01')).not.toContain('support/ends-soon');
  });
});

describe('answers without --set', () => {
  test('word=value is an answer, unless a file is called that', async () => {
    expect((await json('site-version=2303', 'purpose=required')).answers).toEqual({
      'site-version': '2303',
      purpose: 'required',
    });
    expect((await json(fileOf('purpose: required'), 'site-version=2303')).answers).toMatchObject({
      purpose: 'required',
    });
    expect((await json(fileOf('purpose: required', 'a=b'))).answers).toEqual({ purpose: 'required' });
    const here = fileOf('purpose: required', 'purpose=available');
    const before = process.cwd();
    process.chdir(dirname(here));
    try {
      expect((await json('purpose=available')).answers).toEqual({ purpose: 'required' });
    } finally {
      process.chdir(before);
    }
  });

  test('an unknown word is told with the nearest one, and not with all', async () => {
    const { err } = await call(['plan', '--set', 'site-verson=2303']);
    expect(err).toMatch(/Did you mean "site-version"\?.*tsdeploy help/);
    expect(err.length).toBeLessThan(200);
  });
});

describe('a call that can’t be used exits with 2 and one clear line', () => {
  const folder = dirname(fileOf(''));
  const cases: [what: string, args: string[], told: RegExp][] = [
    [
      'an unknown word',
      ['--set', 'site-verson=2303'],
      /^--set: unknown word "site-verson"\. Did you mean "site-version"/,
    ],
    ['an unknown value', ['--set', 'purpose=must'], /^--set: purpose: "must" isn't a value.*available.*required/],
    ['a preview as a version', ['--set', 'site-version=2009'], /2006 and 2010/],
    ['a wrong number', ['--set', 'collection-size=1.5'], /"1\.5" isn't a whole number/],
    ['a date that is none', ['--set', 'expires=2026-02-30T10:00'], /"2026-02-30T10:00" isn't a date/],
    [
      'a word twice',
      ['--set', 'purpose=required', '--set', 'Purpose=available'],
      /given twice: required and available/,
    ],
    ['a pair that is none', ['--set', 'purpose'], /--set needs word=value, not "purpose"/],
    ['a pair with no word', ['--set', '=x'], /--set needs word=value/],
    ['an option with no value', ['--set'], /--set needs a value/],
    ['a flag with a value', ['--no-input=yes'], /--no-input takes no value/],
    ['an unknown option', ['--formt', 'json'], /unknown option --formt\. Did you mean "--format"/],
    ['an unknown short option', ['-x'], /unknown option -x\. .*--batch/],
    ['an unknown format', ['--format', 'pwsh'], /unknown format "pwsh".*powershell/],
    ['an option twice', ['--format', 'json', '--format', 'text'], /--format is given twice/],
    ['a day that is none', ['--today', '2026-02-30'], /^--today: "2026-02-30" isn't a date/],
    ['no day at all', ['--today='], /^--today: "" isn't a date/],
    ['a missing file', ['nowhere.txt'], /^nowhere\.txt: the file doesn't exist/],
    ['a folder', [folder], /the file is a folder/],
    ['two files', ['a.txt', 'b.txt'], /one file is read, 2 were given/],
    ['an empty file', [fileOf('')], /it is empty/],
    ['a binary file', [fileOf(Uint8Array.of(0x7f, 0x45, 0, 0xff))], /isn't text in UTF-8 or UTF-16/],
    ['a file in an old code page', [fileOf(Buffer.from('comment: für', 'latin1'))], /Save it as text in UTF-8/],
    ['a file of 10 MB', [fileOf('a: b\n'.repeat(2_000_000))], /it has more than 400000 bytes/],
    ['a file without an end', ['/dev/zero'], /it has more than 400000 bytes/],
    ['a file of many characters', [fileOf('a: b\n'.repeat(30_000))], /150000 characters are too long/],
    ['a file without a name', [''], /the name of the file is empty/],
    ['a line of pairs with a stray', [fileOf('purpose=required network=wired fast')], /"fast" isn't word=value/],
    ['a JSON array', [fileOf('["a"]')], /answers are an object/],
    ['a word twice in JSON', [fileOf('{"purpose":"required","purpose":"available"}')], /given twice/],
    ['a word twice in lines', [fileOf('purpose: required\nPurpose: available')], /:2: purpose is given twice/],
    ['a wrong line', [fileOf('purpose: required\nnetwork: fast')], /plan\.txt:2: network: "fast"/],
    ['a batch with another file', ['a.txt', '--batch', 'b.txt'], /--batch reads its own file/],
    ['a batch in another format', ['--batch', 'b.txt', '--format', 'markdown'], /--batch .*JSON/],
    ['a batch that does not exist', ['--batch', 'nowhere.txt'], /^nowhere\.txt: the file doesn't exist/],
  ];
  test.each(cases)('%s', async (_, args, told) => {
    const { code, out, err } = await call(['plan', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(told);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).not.toMatch(/\p{Cc}(?<!\n)|^\s+at /u);
  });

  test('a date of the environment', async () => {
    const { code, err } = await call(['plan'], { env: { TSDEPLOY_TODAY: 'today' } });
    expect([code, err]).toEqual([2, expect.stringMatching(/^TSDEPLOY_TODAY: "today" isn't a date.*\n$/)]);
  });

  test('each wrong answer has its line, and of very many the first ones', async () => {
    const { err } = await call(['plan', fileOf('purpose: x\n\nnetwork: y\n')]);
    expect(err.split('\n').map((line) => /plan\.txt:(\d+): (\S+):/.exec(line)?.slice(1).join(' '))).toEqual([
      '1 purpose',
      '3 network',
      undefined,
    ]);
    const many = await call(['plan', fileOf('a: b\n'.repeat(5_000))]);
    expect(many.err.trim().split('\n')).toHaveLength(11);
    expect(many.err).toMatch(/4990 more/);
  });

  test('what a terminal would obey is written out', async () => {
    const evil = 'a\u001b]0;x\u0007\u009b31m\u202e';
    for (const args of [
      [evil],
      ['plan', evil],
      ['plan', '--set', `${evil}=x`],
      ['plan', '--set', `purpose=${evil}`],
      ['plan', `--${evil}`],
      ['plan', '--format', evil],
      ['plan', fileOf(evil)],
      ['plan', fileOf(`${evil}: x`)],
    ]) {
      const { err, code } = await call(args);
      expect(code).toBe(2);
      expect(err).toMatch(/\\u001b/);
      expect(err).not.toMatch(/[\p{Cc}\p{Cf}](?<!\n)/u);
    }
  });
});
