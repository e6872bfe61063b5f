import type { World } from '../cli/run.js';
import { Unusable } from '../text/problem.js';
import { tokensIn } from './tokens.js';

/** `tsdeploy start`: the bot where tokens are set, else the desk. */
export async function startCommand(args: readonly string[], world: World): Promise<number> {
  if (args.length > 0)
    throw new Unusable([
      `tsdeploy start: it takes no arguments, not "${String(args[0]).slice(0, 60)}". Tokens are read from the environment.`,
    ]);
  const tokens = tokensIn(world.env);
  if (typeof tokens === 'object')
    throw new Unusable([
      `tsdeploy start: ${tokens.missing} is missing. Set it, or unset the other SLACK_ variables to open the desk.`,
    ]);
  if (tokens !== 'none') return (await import('./bot.js')).runBot(world);
  return (await import('./desk.js')).runDesk(world);
}
