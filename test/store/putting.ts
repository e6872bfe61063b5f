import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('keeps-putting.mjs', import.meta.url));

/** What a process said of an entry: the last change it told as kept, and those it began after that. */
export interface Told {
  readonly kept: number;
  readonly begun: readonly number[];
}

/** A process that changes entries until it is killed. */
export interface Putting {
  readonly pid: number;
  /** What it told so far, by the entry's key. */
  told(): ReadonlyMap<string, Told>;
  /** Waits until it told so many changes as kept. */
  confirmed(count: number): Promise<void>;
  /** Kills it at once, and waits until all it said is read. */
  kill(): Promise<void>;
}

/** Starts a process that changes `entries` entries of a folder; answers once it has opened it. Its changes count from `first`. */
export async function startPutting(folder: string, first = 0, entries = 6): Promise<Putting> {
  const child = spawn(process.execPath, [program, folder, String(first), String(entries)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const lines = () => out.split('\n').slice(0, -1);
  const until = async (done: () => boolean) => {
    while (!done()) {
      if (err !== '' || child.exitCode !== null) throw new Error(`the process ended: ${err}`);
      await new Promise((resolve) => child.stdout.once('data', resolve).once('end', resolve));
    }
  };
  await until(() => lines().includes('open'));
  return {
    pid: child.pid ?? 0,
    told: () => toldIn(lines()),
    confirmed: (count) => until(() => lines().filter((line) => line.startsWith('kept')).length >= count),
    async kill() {
      child.kill('SIGKILL');
      await ended;
      if (err !== '') throw new Error(err);
    },
  };
}

function toldIn(lines: readonly string[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const line of lines) {
    const [what, key = '', number] = line.split(' ');
    const { kept, begun } = told.get(key) ?? { kept: 0, begun: [] };
    if (what === 'try') told.set(key, { kept, begun: [...begun, Number(number)] });
    if (what === 'kept') told.set(key, { kept: Number(number), begun: [] });
  }
  return told;
}
