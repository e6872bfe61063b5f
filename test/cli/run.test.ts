import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.js';
import { Unusable } from '../../src/text/problem.js';
import { call } from './call.js';

test('help is shown for no command, for help, and wherever it is asked for', async () => {
  for (const args of [
    [],
    ['help'],
    ['--help'],
    ['-h'],
    ['plan', '--help'],
    ['plan', '-h'],
    ['start', '--help'],
    ['help', 'plan'],
  ]) {
    const { code, out, err } = await call(args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/tsdeploy plan \[FILE\]/);
  }
});

test('help names every option and format, and its example works', async () => {
  const { out } = await call(['help']);
  for (const name of ['--set', '--no-input', '--format', '--today', '--batch', 'powershell', 'markdown', 'Exit codes'])
    expect(out).toContain(name);
  const example = /^ {2}tsdeploy (plan --set site.*)$/m.exec(out)?.[1] ?? '';
  expect((await call(example.split(' '))).code).toBe(0);
});

test('--version and -v print the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  for (const option of ['--version', '-v'])
    expect(await call([option])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('an unknown command is told with the nearest one', async () => {
  expect(await call(['pln'])).toEqual({
    code: 2,
    out: '',
    err: expect.stringMatching(
      /^tsdeploy: unknown command "pln"\. Did you mean "plan"\? Commands: plan, validate, ask, ticket, start, help\.\n$/,
    ),
  });
  for (const name of ['constructor', '__proto__', 'toString', '']) expect((await call([name])).code).toBe(2);
});

test('what a command can’t use is one line on standard error, and a fault of the program is none of that', async () => {
  const world = { env: {}, out: () => {}, err: () => {}, terminal: false, colours: false };
  const fails = (error: Error) => ({ plan: async () => async () => Promise.reject(error) });
  expect(await run(['plan'], world, fails(new Unusable(['x'])))).toBe(2);
  await expect(run(['plan'], world, fails(new TypeError('x')))).rejects.toThrow(TypeError);
});

test('start takes no arguments, and half a set of tokens is told', async () => {
  expect((await call(['start', 'now'])).err).toMatch(/^tsdeploy start: it takes no arguments, not "now"/);
  const { code, err } = await call(['start'], { env: { SLACK_BOT_TOKEN: 'x' } });
  expect([code, err]).toEqual([2, expect.stringMatching(/SLACK_SIGNING_SECRET.*missing/)]);
});
