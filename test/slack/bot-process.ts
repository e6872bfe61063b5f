import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { ids } from '../../src/desk/state.js';
import type { Desk } from '../../src/desk/workspace.js';
import { secret } from './office.js';

const program = fileURLToPath(new URL('starts-when-told.mjs', import.meta.url));

/** The app in a process of its own, loaded and not started yet. */
export interface BotProcess {
  /** Starts it; answers once the workspace reaches it. */
  start(): Promise<void>;
  /** Resolves once the process is gone. */
  readonly gone: Promise<void>;
  /** Ends it in peace, or at once, with no chance to clean up. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Loads the app for a workspace that it reaches over HTTP, with its data in a folder. */
export function botProcess(desk: Desk, folder: string): BotProcess {
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: ids.botToken,
      SLACK_SIGNING_SECRET: secret,
      SLACK_API_URL: desk.apiUrl,
      TSDEPLOY_DATA: folder,
      TSDEPLOY_TODAY: '2026-11-20',
      PORT: '0',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      const [, found] = /\((http[^)]+)\)/.exec(told) ?? [];
      if (found) resolve(found);
    });
    void gone.then(() => reject(new Error(`the app ended: ${told}`)));
  });
  address.catch(() => undefined);
  return {
    gone,
    async start() {
      child.stdin.write('start\n');
      desk.reach(await address, secret);
    },
    async end(signal) {
      child.kill(signal);
      await gone;
    },
  };
}
