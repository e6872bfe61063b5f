import { App, LogLevel, type Receiver, type ViewSubmitAction } from '@slack/bolt';
import type { Bot } from './bot.js';
import { clientOptions, logger } from './client.js';
import { drafts } from './drafts.js';
import type { Guide } from './guide.js';
import { type InFlight, inFlight } from './in-flight.js';
import { onCommand } from './on-command.js';
import { onEvent } from './on-event.js';
import { onPress } from './on-press.js';
import { onShortcut } from './on-shortcut.js';
import { onSubmit } from './on-submit.js';
import { firstTime } from './once.js';
import { mayAnswer, replier } from './reply.js';
import { failureNoter, type Log } from './trouble.js';

/** The slash commands that the app answers; the manifest names the same. */
export const commands = ['/tsdeploy'] as const;

/** What the app is made of. */
interface AppParts {
  readonly guide: Guide;
  readonly receiver: Receiver;
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** Takes the warnings of Slack's client. */
  readonly warn?: Log;
  readonly now?: () => number;
}

/** Answers the app, not yet initialised, and the count of what it has under way. */
export function slackApp({ guide, receiver, token, apiUrl, log, warn = log, now = Date.now }: AppParts): {
  app: App;
  inFlight: InFlight;
} {
  const working = inFlight();
  const app = new App({
    token,
    receiver,
    deferInitialization: true,
    convoStore: false,
    logger: logger(log, warn),
    logLevel: LogLevel.WARN,
    clientOptions: clientOptions(apiUrl),
  });
  const noteFailure = failureNoter(log);
  const bot: Bot = {
    guide,
    noteFailure,
    drafts: drafts(now),
    first: firstTime(10 * 60_000, now),
    reply: replier(now, fetch),
    placeOf: (user, url, spoke = null) => ({
      user,
      spoke,
      url: url !== undefined && mayAnswer(url, apiUrl) ? url : null,
      since: now(),
      uses: { count: 0 },
    }),
  };
  app.use(({ next }) => working.during(next));
  // One listener of a kind, each with everything: Bolt walks all listeners for every request.
  app.command(/^\//, (args) => onCommand(args, bot));
  app.action({ type: 'block_actions' }, (args) => onPress(args, bot));
  app.view<ViewSubmitAction>({ type: 'view_submission' }, (args) => onSubmit(args, bot));
  app.shortcut(/./, (args) => onShortcut(args, bot));
  app.event(/./, (args) => onEvent(args, bot));
  app.error(async (error) => {
    noteFailure(error, 'answering Slack');
  });
  return { app, inFlight: working };
}
