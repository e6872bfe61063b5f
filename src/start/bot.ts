import type { World } from '../cli/run.js';
import { readKnowledge } from '../knowledge/read.js';
import { startBot } from './start-bot.js';

/** Runs the bot until the process is told to end; answers the exit code. Throws Unusable where the environment can't be used. */
export async function runBot({ env, out, err }: Pick<World, 'env' | 'out' | 'err'>): Promise<number> {
  const told = toldToEnd();
  const bot = await startBot(readKnowledge(), env, (line) => err(`${line}\n`));
  out(`tsdeploy answers /tsdeploy in Slack (${bot.address}). Ctrl+C ends it.\n`);
  await told;
  await bot.stop();
  return 0;
}

/** Waits for the process to be told to end; a second time ends it at once. */
const toldToEnd = () =>
  new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
