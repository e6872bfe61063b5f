import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../knowledge/read.js';

/** A Node process that has ended. */
export interface Ended {
  readonly milliseconds: number;
  readonly out: string;
  readonly err: string;
}

/** The command as it is installed. */
export const command = fileURLToPath(new URL('../cli.js', import.meta.url));

/** Answers the file of a program that is measured in a process of its own. */
export const alone = (name: string): string => fileURLToPath(new URL(`alone/${name}.js`, import.meta.url));

/** Runs Node with these arguments to its end. Throws where it fails. */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: packageRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ milliseconds: performance.now() - start, out, err });
      else reject(new Error(`node ${args.join(' ')} ended with ${code}: ${err}`));
    });
  });
}

/** Answers the numbers that a program in a process of its own reports as one JSON object. */
export async function report(
  name: string,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<(field: string) => number> {
  const told: unknown = JSON.parse((await runNode([alone(name), ...args], env)).out);
  return (field) => {
    const value =
      typeof told === 'object' && told !== null ? Object.entries(told).find(([one]) => one === field)?.[1] : undefined;
    if (typeof value !== 'number') throw new Error(`${name} doesn't report ${field}: ${JSON.stringify(told)}`);
    return value;
  };
}
