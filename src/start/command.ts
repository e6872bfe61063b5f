import { join } from 'node:path';
import { planCommand } from '../cli/plan.js';
import type { World } from '../cli/run.js';
import { exampleFile, packageRoot } from '../knowledge/read.js';
import { Unusable } from '../text/problem.js';
import { tokensIn } from './tokens.js';

/** A complete set of answers, shown where there is neither a token nor a terminal. */
const example = join(packageRoot, exampleFile);

/** `tsdeploy start`: the bot where tokens are set, else the guide in the terminal, else an example plan. */
export async function startCommand(args: readonly string[], world: World): Promise<number> {
  if (args.length > 0)
    throw new Unusable([
      `tsdeploy start: it takes no arguments, not "${String(args[0]).slice(0, 60)}". Tokens are read from the environment.`,
    ]);
  const tokens = tokensIn(world.env);
  if (typeof tokens === 'object')
    throw new Unusable([
      `tsdeploy start: ${tokens.missing} is missing. Set it, or unset the other SLACK_ variables to use the guide in the terminal.`,
    ]);
  if (tokens !== 'none') return (await import('./bot.js')).runBot(world);
  if (world.terminal) {
    world.err('No Slack tokens are set, so the guide runs here. README says how to bring it into a workspace.\n\n');
    return planCommand([], world);
  }
  const code = await planCommand([example, '--no-input'], world);
  world.out(`
This is an example: a complete plan for boot media over a CMG. Go on with one of these:
  npx tsdeploy plan            in a terminal: answer the questions for your own deployment
  npx tsdeploy plan --set site-version=2509 --set scenario=in-place-upgrade --no-input
  npx tsdeploy help            all commands
With SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN) set, npm start runs the bot: see README.
`);
  return code;
}
