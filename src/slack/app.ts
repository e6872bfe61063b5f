import { App, LogLevel, type Receiver, type ViewSubmitAction } from '@slack/bolt';
import { clientOptions, logger } from './client.js';
import { type InFlight, inFlight } from './in-flight.js';
import { onCommand } from './on-command.js';
import { onEvent } from './on-event.js';
import { onPress } from './on-press.js';
import { onShortcut } from './on-shortcut.js';
import { onSubmit } from './on-submit.js';
import { type BotParts, openBot } from './open-bot.js';
import type { Log } from './trouble.js';

/** The slash commands that the app answers; the manifest names the same. */
export const commands = ['/tsdeploy'] as const;

/** What the app is made of. */
interface AppParts extends Omit<BotParts, 'now'> {
  readonly receiver: Receiver;
  readonly token: string;
  /** Takes the warnings of Slack's client. */
  readonly warn?: Log;
  readonly now?: () => number;
}

/** Answers the app, not yet initialised, and the count of what it has under way. Throws StoreTrouble where the store can't be used. */
export async function slackApp({ receiver, token, warn, now = Date.now, ...parts }: AppParts): Promise<{
  app: App;
  inFlight: InFlight;
}> {
  const { log, apiUrl } = parts;
  const working = inFlight();
  const app = new App({
    token,
    receiver,
    deferInitialization: true,
    convoStore: false,
    logger: logger(log, warn ?? log),
    logLevel: LogLevel.WARN,
    clientOptions: clientOptions(apiUrl),
  });
  const bot = await openBot({ ...parts, now }, working);
  app.use(({ next }) => working.during(next));
  // One listener of a kind, each with everything: Bolt walks all listeners for every request.
  app.command(/^\//, (args) => onCommand(args, bot));
  app.action({ type: 'block_actions' }, (args) => onPress(args, bot));
  app.view<ViewSubmitAction>({ type: 'view_submission' }, (args) => onSubmit(args, bot));
  app.shortcut(/./, (args) => onShortcut(args, bot));
  app.event(/./, (args) => onEvent(args, bot));
  app.error(async (error) => {
    bot.noteFailure(error, 'answering Slack');
  });
  return { app, inFlight: working };
}
