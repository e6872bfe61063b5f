import type { AddressInfo } from 'node:net';
import { todayOf } from '../cli/today.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { readSetup } from '../setup/read.js';
import type { TicketEntry } from '../setup/tickets.js';
import { slackApp } from '../slack/app.js';
import { guideOf } from '../slack/guide.js';
import { eventsPath, httpReceiver } from '../slack/http.js';
import { socketReceiver } from '../slack/socket.js';
import { errorCode, innermost, type Log } from '../slack/trouble.js';
import { dataFolder } from '../store/data-folder.js';
import { openStore } from '../store/disk-store.js';
import { noteLine } from '../store/note.js';
import type { Store } from '../store/port.js';
import { Unusable } from '../text/problem.js';
import type { OpenedSystem } from '../tickets/systems.js';
import { readTokens, type Tokens } from './tokens.js';

/** A bot that runs. */
export interface RunningBot {
  /** Where it can be reached: an address for HTTP, or "Socket Mode". */
  readonly address: string;
  /** The folder that it keeps everything in. */
  readonly folder: string;
  /** Takes nothing new, waits for what is under way, and ends. */
  stop(): Promise<void>;
}

/** How long a stop waits for work that is under way. */
const drainMs = 8_000;

/** Starts the bot with the environment's tokens. Throws Unusable with one line where they can't be used. */
export async function startBot(
  knowledge: Knowledge,
  env: NodeJS.ProcessEnv,
  log: Log,
  now: () => number = Date.now,
): Promise<RunningBot> {
  const tokens = readTokens(env);
  if ('problem' in tokens) throw new Unusable([tokens.problem]);
  const apiUrl = apiUrlOf(env.SLACK_API_URL);
  const today = () => todayOf(undefined, env);
  today();
  const guide = guideOf(knowledge, today);
  const receiver =
    tokens.kind === 'http' ? httpReceiver(tokens.signingSecret, log) : socketReceiver(tokens.appToken, apiUrl, log);
  // Until Slack has answered once, what goes wrong is told in the one line that ends the start.
  let reached = false;
  const warn: Log = (line) => {
    if (reached) log(line);
  };
  const setup = await readSetup(env);
  const systems = await opened(setup.tickets, env);
  const ending = new AbortController();
  const folder = dataFolder(env, process.cwd());
  const store = await openStore({ folder, tell: (note) => log(noteLine(note)), now });
  const { app, inFlight, goOn, started } = await orClosed(store, async () => {
    const made = await slackApp({
      ...{ guide, store, setup, systems, ending: ending.signal },
      ...{ receiver, token: tokens.botToken, apiUrl, log, warn, now },
    });
    await orUnusable(made.app.init(), 'SLACK_BOT_TOKEN', apiUrl);
    reached = true;
    const started =
      tokens.kind === 'http'
        ? await orUnusable(
            made.app.start({ port: tokens.port, host: tokens.host }),
            `HOST ${tokens.host}, PORT ${tokens.port}`,
            apiUrl,
          )
        : await orUnusable(made.app.start(), 'SLACK_APP_TOKEN', apiUrl);
    return { ...made, started };
  });
  goOn();
  const end = async (): Promise<void> => {
    // HTTP stops listening first; a socket stays until what came over it is answered.
    const stopping = tokens.kind === 'http' ? app.stop() : undefined;
    ending.abort();
    const left = await inFlight.drained(drainMs);
    if (left > 0)
      log(`Stopped with ${left} request${left === 1 ? '' : 's'} unfinished after ${drainMs / 1000} seconds.`);
    await (stopping ?? app.stop());
    await store.close();
  };
  let ended: Promise<void> | undefined;
  return {
    address: addressOf(tokens, started),
    folder,
    stop() {
      ended ??= end();
      return ended;
    },
  };
}

/** Opens the systems that are set up; what they take is loaded where there are any. */
async function opened(entries: readonly TicketEntry[], env: NodeJS.ProcessEnv): Promise<readonly OpenedSystem[]> {
  return entries.length === 0 ? [] : (await import('../tickets/systems.js')).openSystems(entries, env);
}

/** Gives the store's folder back where what needs it can't be started. */
async function orClosed<T>(store: Store, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await store.close();
    throw error;
  }
}

function apiUrlOf(given: string | undefined): string | undefined {
  if (given === undefined || given.trim() === '') return undefined;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new Unusable([
      `SLACK_API_URL: "${given.slice(0, 80)}" isn't an address. Give one such as https://slack-gov.com/api/.`,
    ]);
  return given.endsWith('/') ? given : `${given}/`;
}

function addressOf(tokens: Tokens, server: unknown): string {
  if (tokens.kind === 'socket') return 'Socket Mode';
  const bound: AddressInfo | string | null = hasAddress(server) ? server.address() : null;
  const port = typeof bound === 'object' && bound ? bound.port : tokens.port;
  return `http://${tokens.host}:${port}${eventsPath}`;
}

const hasAddress = (server: unknown): server is { address(): AddressInfo | string | null } =>
  typeof server === 'object' && server !== null && 'address' in server && typeof server.address === 'function';

/** Says in one line what can't be used where Slack or the system turns it down. */
async function orUnusable<T>(work: Promise<T>, what: string, apiUrl: string | undefined): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = errorCode(error);
    const system = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code !== '')
      throw new Unusable([`${what}: Slack doesn't accept it (${code}). Copy it anew from the app's settings.`]);
    if (system === 'EADDRINUSE')
      throw new Unusable([`${what}: something else listens there already. Choose another PORT.`]);
    if (system === 'EACCES' || system === 'EADDRNOTAVAIL')
      throw new Unusable([`${what}: can't listen there (${system}). Choose another HOST or PORT.`]);
    const place = apiUrl ?? 'https://slack.com/api/';
    throw new Unusable([
      `${place} can't be reached (${innermost(error)}). Check the network${apiUrl ? ' and SLACK_API_URL' : ''}.`,
    ]);
  }
}
