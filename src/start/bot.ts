import type { World } from '../cli/run.js';
import { readKnowledge } from '../knowledge/read.js';
import { failureNoter } from '../slack/trouble.js';
import { startBot } from './start-bot.js';

/** Runs the bot until the process is told to end; answers the exit code. Throws Unusable where the environment can't be used. */
export async function runBot({ env, out, err }: Pick<World, 'env' | 'out' | 'err'>): Promise<number> {
  const log = (line: string) => err(`${line}\n`);
  const ending = new Promise<number>((resolve) => {
    process.once('SIGINT', () => resolve(0));
    process.once('SIGTERM', () => resolve(0));
    // A socket that can't be opened anew, since its token was revoked, ends like this: better restarted than deaf.
    process.once('unhandledRejection', (error) => {
      const reference = failureNoter(log)(error, 'running');
      log(`tsdeploy can't go on (${reference}). Check the tokens and start it again.`);
      resolve(1);
    });
  });
  const bot = await startBot(readKnowledge(), env, log);
  out(`tsdeploy answers /tsdeploy in Slack (${bot.address}) and keeps its plans in ${bot.folder}. Ctrl+C ends it.\n`);
  const code = await ending;
  await bot.stop();
  return code;
}
