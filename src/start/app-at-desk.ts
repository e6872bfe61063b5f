import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../desk/workspace.js';
import { deskFolder } from './desk-folder.js';
import { secret } from './secret.js';

/** The app at a desk. */
export interface AppAtDesk {
  stop(): Promise<void>;
}

/** Starts the very same app as in Slack, only that its API is the desk's. Throws what keeps it from starting. */
export async function startAtDesk(desk: Desk, env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<AppAtDesk> {
  // Unless somebody names a folder, plans made at the desk don't come among those of a real bot, nor do two desks get in each other's way.
  const kept = deskFolder(env);
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'tsdeploy-desk-'));
  const forget = () => kept === null && rmSync(folder, { recursive: true, force: true });
  const signing = secret();
  try {
    const [{ startBot }, { readKnowledge }] = await Promise.all([
      import('./start-bot.js'),
      import('../knowledge/read.js'),
    ]);
    const bot = await startBot(
      readKnowledge(),
      {
        ...env,
        TSDEPLOY_DATA: folder,
        SLACK_BOT_TOKEN: desk.state.tokens.bot,
        SLACK_SIGNING_SECRET: signing,
        SLACK_API_URL: desk.apiUrl,
        HOST: '127.0.0.1',
        PORT: '0',
      },
      log,
    );
    desk.reach(bot.address, signing);
    return {
      async stop() {
        await bot.stop();
        forget();
      },
    };
  } catch (error) {
    forget();
    throw error;
  }
}
