import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { parse } from 'yaml';
import { installationOf } from '../../src/desk/installation.js';
import { ids } from '../../src/desk/state.js';
import { type Desk, openDesk } from '../../src/desk/workspace.js';
import type { Knowledge } from '../../src/knowledge/knowledge.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import { type RunningBot, startBot } from '../../src/start/start-bot.js';
import { slackLimits } from '../desk/slack-limits.js';

/** The two ways in which Slack reaches an app. */
export const transports = ['http', 'socket'] as const;
export type Transport = (typeof transports)[number];

/** A workspace with the app installed and running, on a clock that tests move. */
export interface Office {
  readonly desk: Desk;
  readonly bot: RunningBot;
  readonly log: string[];
  /** The folder that the app keeps everything in. */
  readonly data: string;
  /** Lets minutes pass, for the workspace and the app alike. */
  pass(minutes: number): void;
  /** Ends the app and starts it anew in the same folder. */
  restart(): Promise<void>;
}

export const secret = 'signing-secret';
export const knowledge: Knowledge = readKnowledge();
/** What the manifest asks for: the app gets no more. */
export const installation = installationOf(parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8')));
const open: { desk: Desk; data: string; bot?: RunningBot }[] = [];

/** Opens a workspace with the app in it, set up by a text; it is closed after the test. */
export async function openOffice(
  transport: Transport,
  known: Knowledge = knowledge,
  setup = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Office> {
  let passed = 0;
  const now = () => Date.now() + passed;
  const log: string[] = [];
  const desk = await openDesk(slackLimits, now, installation);
  const data = mkdtempSync(join(tmpdir(), 'tsdeploy-'));
  const closing: (typeof open)[number] = { desk, data };
  open.push(closing);
  const config = join(data, 'tsdeploy.yml');
  writeFileSync(config, setup);
  const start = async () => {
    const bot = await startBot(
      known,
      {
        ...env,
        SLACK_BOT_TOKEN: ids.botToken,
        ...(transport === 'http' ? { SLACK_SIGNING_SECRET: secret, PORT: '0' } : { SLACK_APP_TOKEN: ids.appToken }),
        SLACK_API_URL: desk.apiUrl,
        TSDEPLOY_TODAY: '2026-11-20',
        TSDEPLOY_DATA: join(data, 'kept'),
        TSDEPLOY_CONFIG: config,
      },
      (line) => log.push(line),
      now,
    );
    closing.bot = bot;
    if (transport === 'http') desk.reach(bot.address, secret);
    return bot;
  };
  let bot = await start();
  return {
    desk,
    get bot() {
      return bot;
    },
    log,
    data,
    pass: (minutes) => {
      passed += minutes * 60_000;
    },
    async restart() {
      await bot.stop();
      bot = await start();
    },
  };
}

afterEach(async () => {
  for (const { desk, bot, data } of open.splice(0)) {
    await bot?.stop();
    await desk.close();
    rmSync(data, { recursive: true, force: true });
  }
});
