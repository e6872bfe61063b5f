import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fieldsOf, itemsOf, parsed, textOf } from '../desk/fields.js';
import { installationOf } from '../desk/installation.js';
import { readLimits } from '../desk/limits.js';
import { type Desk, openDesk } from '../desk/workspace.js';
import { readAssets } from '../desk-server/assets.js';
import { listen, noFreePort, wishedPort } from '../desk-server/listen.js';
import { live } from '../desk-server/live.js';
import { pageServer } from '../desk-server/page-server.js';
import { largestFile } from '../desk-server/staged-files.js';
import { thingsOf } from '../desk-server/things.js';
import type { AppThing, CommandHint } from '../desk-server/wire.js';
import { packageRoot } from '../knowledge/read.js';
import { Unusable } from '../text/problem.js';
import { type AppAtDesk, startAtDesk } from './app-at-desk.js';
import { secret } from './secret.js';
import { tokensIn } from './tokens.js';

/** A desk that is served. */
export interface ServedDesk {
  /** What to open in a browser; it holds the desk's token. */
  readonly address: string;
  readonly desk: Desk;
  /** Resolves once the app runs, with null, or with why it doesn't. */
  readonly ready: Promise<string | null>;
  stop(): Promise<void>;
}

const readText = (name: string) => readFileSync(join(packageRoot, name), 'utf8');

/** Serves a local workspace with the app in it, and its page. Throws Unusable beside real tokens, and where it can't listen. */
export async function serveDesk(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<ServedDesk> {
  if (tokensIn(env) !== 'none')
    throw new Unusable([
      'The desk is for a machine without Slack, and SLACK_ tokens are set here. Unset them to open the desk.',
    ]);
  const manifest: unknown = parse(readText('manifest.yml'));
  const limits = readLimits(parsed(readText('src/desk/block-kit-limits.json')));
  const assets = readAssets(join(packageRoot, 'dist/desk-page'));
  const tokens = { bot: `xoxb-${secret()}`, app: `xapp-${secret()}` };
  const desk = await openDesk(limits, Date.now, installationOf(manifest), tokens).catch(noFreePort);
  let app: AppThing = { status: 'starting', problem: '' };
  const pages = live(() => thingsOf(desk.state, app, commandHints(manifest), largestFile));
  const unwatch = desk.state.watch(pages.changed);
  let running: AppAtDesk | undefined;

  async function startApp(): Promise<string | null> {
    try {
      running = await startAtDesk(desk, env, log);
      app = { status: 'ready', problem: '' };
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      log(`tsdeploy can't start at the desk: ${problem}`);
      app = { status: 'failed', problem: `tsdeploy can't start: ${problem}` };
    }
    pages.changed();
    return app.status === 'failed' ? app.problem : null;
  }

  const token = secret();
  let ready: Promise<string | null>;
  const server = pageServer({ desk, live: pages, token, assets, ready: () => ready });
  const close = async () => {
    unwatch();
    pages.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await running?.stop();
    await desk.close();
  };
  try {
    const port = await listen(server, wishedPort(env.PORT));
    // The page is there first: it can be opened while the app still loads.
    ready = startApp();
    return {
      address: `http://127.0.0.1:${port}/${token}/`,
      desk,
      ready,
      stop: () => ready.then(close),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Answers the manifest's slash commands with what it says of them. */
const commandHints = (manifest: unknown): CommandHint[] =>
  itemsOf(fieldsOf(fieldsOf(manifest).features).slash_commands)
    .map(fieldsOf)
    .map(({ command, description, usage_hint }) => ({
      command: textOf(command),
      description: textOf(description),
      usage: textOf(usage_hint),
    }));
