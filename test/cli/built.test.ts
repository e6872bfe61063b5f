import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { callBuilt, fileOf } from './call.js';

test('the built command reads standard input, and answers with its exit code', () => {
  const { code, out, err } = callBuilt(
    ['plan', '-', '--format', 'json'],
    'site-version: 2002\nscenario: boot-media-over-cmg\n',
  );
  expect([code, err]).toEqual([1, '']);
  expect(JSON.parse(out).verdict).toBe('blocked');
  expect(callBuilt(['plan', '--batch', '-'], '{}\nx\n').out.trim().split('\n')).toHaveLength(2);
});

test('standard input that comes late and in pieces is waited for', async () => {
  const bin = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const child = spawn(process.execPath, [bin, 'plan', '-', '--format', 'json'], { stdio: 'pipe' });
  let out = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  for (const piece of ['site-version: ', '2303\npurpose: required\n']) {
    await new Promise((resolve) => setTimeout(resolve, 700));
    child.stdin.write(piece);
  }
  child.stdin.end();
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  expect(JSON.parse(out).answers).toEqual({ 'site-version': '2303', purpose: 'required' });
});

test('an empty standard input is one line and exit code 2', () => {
  expect(callBuilt(['plan', '-'])).toEqual({
    code: 2,
    out: '',
    err: expect.stringMatching(/^standard input: it is empty.*\n$/),
  });
});

test('no colour and no question is written where there is no terminal', () => {
  const { code, out } = callBuilt(['plan', '--set', 'site-version=2303'], '', { FORCE_COLOR: '1' });
  expect(code).toBe(0);
  expect(out).toMatch(/^Open: /);
  expect(out).not.toContain('\u001b');
});

test('a reader that stops early, as head does, is no error', async () => {
  const bin = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const child = spawn(process.execPath, [bin, 'plan', '--batch', fileOf('{}\n'.repeat(300))], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, err]).toEqual([0, '']);
});

test('a time in UTC is shown in the reader’s zone too, and judged alike in every zone', () => {
  const given = ['available-from=2026-12-01T22:00', 'available-utc=on', 'expires=2026-12-01T22:30', 'expires-utc=on'];
  const args = ['plan', ...given.flatMap((pair) => ['--set', pair])];
  const shown = (zone: string) =>
    /22:00 UTC \((.*?)\)/.exec(callBuilt(args, '', { TZ: zone }).out.replace(/\s+/g, ' '))?.[1];
  expect(shown('Pacific/Auckland')).toBe('2026-12-02 11:00 in Pacific/Auckland');
  expect(shown('America/New_York')).toBe('2026-12-01 17:00 in America/New_York');
  const json = ['UTC', 'Pacific/Auckland', 'America/St_Johns'].map(
    (zone) => callBuilt([...args, '--format', 'json'], '', { TZ: zone }).out,
  );
  expect(new Set(json).size).toBe(1);
});

test('a local time that a zone skips is still a time, and the support of a version ends on the same day everywhere', () => {
  const args = [
    'plan',
    '--format',
    'json',
    '--today',
    '2026-06-04',
    '--set',
    'site-version=2409',
    '--set',
    'available-from=2026-03-29T02:30',
    '--set',
    'expires=2026-03-29T03:15',
  ];
  const plans = ['UTC', 'Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) =>
    callBuilt(args, '', { TZ: zone }),
  );
  expect(plans.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(new Set(plans.map(({ out }) => out)).size).toBe(1);
  expect(plans[0]?.out).toContain('support/ends-soon');
});
