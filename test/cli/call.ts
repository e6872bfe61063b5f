import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, type World } from '../../src/cli/run.js';
import { commands } from '../../src/start/commands.js';

/** What a call wrote, and its exit code. */
export interface Called {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, as if with no terminal. */
export async function call(args: readonly string[], world: Partial<World> = {}): Promise<Called> {
  let out = '';
  let err = '';
  const code = await run(
    args,
    {
      env: { TSDEPLOY_TODAY: '2026-11-20' },
      terminal: false,
      colours: false,
      ...world,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
    commands,
  );
  return { code, out, err };
}

const bin = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs the built command line as a process of its own. */
export function callBuilt(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): Called {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TSDEPLOY_TODAY: '2026-11-20', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Answers the path of a new file that holds this. */
export function fileOf(content: string | Uint8Array, name = 'plan.txt'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tsdeploy-')), name);
  writeFileSync(path, content);
  return path;
}
