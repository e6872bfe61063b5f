import { App, LogLevel, type Receiver, type ViewSubmitAction, webApi } from '@slack/bolt';
import type { OpenedSystem } from '../tickets/systems.js';
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
interface AppParts extends Omit<BotParts, 'now' | 'client' | 'systems' | 'ending'> {
  readonly systems?: readonly OpenedSystem[];
  readonly ending?: AbortSignal;
  readonly receiver: Receiver;
  readonly token: string;
  /** Takes the warnings of Slack's client. */
  readonly warn?: Log;
  readonly now?: () => number;
}

/** Answers the app, not yet initialised, and the count of what it has under way. Throws StoreTrouble where the store can't be used. */
export async function slackApp({
  receiver,
  token,
  warn,
  now = Date.now,
  systems = [],
  ending = new AbortController().signal,
  ...parts
}: AppParts): Promise<{
  app: App;
  inFlight: InFlight;
  /** Goes on with what an earlier run has left unfinished. */
  goOn: () => void;
}> {
  const { log, apiUrl } = parts;
  const working = inFlight();
  const calling = { ...clientOptions(apiUrl), logger: logger(log, warn ?? log) };
  const app = new App({
    token,
    receiver,
    deferInitialization: true,
    convoStore: false,
    logger: logger(log, warn ?? log),
    logLevel: LogLevel.WARN,
    clientOptions: clientOptions(apiUrl),
  });
  const bot = await openBot({ ...parts, systems, ending, now, client: new webApi.WebClient(token, calling) }, working);
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
  return { app, inFlight: working, goOn: bot.tickets.goOn };
}
