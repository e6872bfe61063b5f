import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Called } from './call.js';

/** What a call answered, and what it took. */
export interface Spent extends Called {
  /** Milliseconds of work, whatever else the machine has to do. */
  readonly work: number;
  /** Megabytes of memory at most. */
  readonly memory: number;
}

const bin = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
// What a process is told of its own memory has that of the process in it that started it; only the system knows better.
const teller = `import { existsSync, readFileSync, writeSync } from 'node:fs';
const status = '/proc/self/status';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const own = existsSync(status) ? Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync(status, 'utf8'))[1]) : maxRSS;
  writeSync(3, [(userCPUTime + systemCPUTime) / 1000, own / 1024].join());
});`;
const program = `data:text/javascript,${encodeURIComponent(teller)}`;

/** Runs the built command line as a process of its own, and answers what that took. A process that hangs is stopped. */
export function callSpending(args: readonly string[]): Spent {
  const { status, output, error } = spawnSync(process.execPath, ['--import', program, bin, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TSDEPLOY_TODAY: '2026-11-20' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 50_000_000,
    timeout: 60_000,
  });
  if (error) throw error;
  const [, out, err, usage] = output;
  const [work = Number.NaN, memory = Number.NaN] = (usage ?? '').split(',').map(Number);
  return { code: status, out: out ?? '', err: err ?? '', work, memory };
}
