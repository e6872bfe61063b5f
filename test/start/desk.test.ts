import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, onTestFinished, test } from 'vitest';

const bin = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const children: ReturnType<typeof spawn>[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'close');
  }
});

/** Starts the built command without tokens, and gathers what it prints. */
function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [bin, 'start'], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const printed = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    printed.out += text;
  });
  child.stderr.on('data', (text) => {
    printed.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, printed, ended };
}

test('start without tokens serves the desk, says how to reach it with and without a browser, and ends in peace', async () => {
  const { child, printed, ended } = start({ PORT: '0' });
  await expect.poll(() => printed.out).toMatch(/For a real workspace/);
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+\//.exec(printed.out) ?? [];
  expect(printed.out).toContain('Type /tsdeploy plan there.');
  expect(printed.out).toContain(`ssh -L ${new URL(address).port}:127.0.0.1:${new URL(address).port} THIS-MACHINE`);
  expect(printed.out).toContain('npx tsdeploy plan');
  expect((await fetch(address)).status).toBe(200);
  child.kill('SIGTERM');
  expect([await ended, printed.err]).toEqual([0, '']);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'a desk that is ended by %s leaves nothing behind but the plans in a folder that it was told, and says so',
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-desks-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const kept = join(folder, 'kept');
    for (const [env, says] of [
      [{}, 'forgets what was said in it. To keep the plans, set TSDEPLOY_DATA to a folder.'],
      [{ TSDEPLOY_DATA: kept }, `The plans stay in ${kept}: the next desk there has them, /tsdeploy plans.`],
    ] as const) {
      const { child, printed, ended } = start({ PORT: '0', TMPDIR: folder, ...env });
      await expect.poll(() => printed.out).toContain(says);
      await expect.poll(() => readdirSync(folder).length).toBe(1);
      child.kill(signal);
      expect([await ended, readdirSync(folder)]).toEqual([0, 'TSDEPLOY_DATA' in env ? ['kept'] : []]);
    }
  },
);

test('a second desk on one port, a desk beside half a set of tokens, and one that can’t start end with a line each', async () => {
  const first = start({ PORT: '0' });
  await expect.poll(() => first.printed.out).toMatch(/http:/);
  const [, port = ''] = /127\.0\.0\.1:(\d+)/.exec(first.printed.out) ?? [];
  for (const [env, line] of [
    [{ PORT: port }, /^PORT \d+: something listens there already, perhaps another desk\. .*\n$/],
    [{ SLACK_APP_TOKEN: 'xapp' }, /^tsdeploy start: SLACK_BOT_TOKEN is missing\. .* to open the desk\.\n$/],
    [{ PORT: '0', TSDEPLOY_TODAY: 'tomorrow' }, /^tsdeploy can't start at the desk: TSDEPLOY_TODAY: .*\n$/],
  ] as const) {
    const { ended, printed } = start(env);
    expect([await ended, printed.err]).toEqual([2, expect.stringMatching(line)]);
  }
});
