import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { ids } from '../../src/desk/state.js';
import { type Desk, openDesk } from '../../src/desk/workspace.js';
import { runBot } from '../../src/start/bot.js';
import { slackLimits } from '../desk/slack-limits.js';

const events = ['SIGINT', 'SIGTERM', 'unhandledRejection'] as const;
const data = mkdtempSync(join(tmpdir(), 'tsdeploy-'));
afterAll(() => rmSync(data, { recursive: true }));
let desk: Desk;
let others: (readonly [string, (...args: unknown[]) => void])[] = [];

beforeEach(async () => {
  desk = await openDesk(slackLimits);
  // The test runner listens to these too, and would end the test.
  others = events.flatMap((event) =>
    process
      .rawListeners(event)
      .map((listener) => [event, (...args: unknown[]) => listener.apply(process, args)] as const),
  );
  for (const event of events) process.removeAllListeners(event);
});

afterEach(async () => {
  for (const event of events) process.removeAllListeners(event);
  for (const [event, listener] of others) process.on(event, listener);
  await desk.close();
});

async function running(tokens: NodeJS.ProcessEnv) {
  const [out, err]: [string[], string[]] = [[], []];
  const say = (text: string) => {
    out.push(text);
    desk.state.changed();
  };
  const ran = runBot({
    env: { SLACK_BOT_TOKEN: ids.botToken, SLACK_API_URL: desk.apiUrl, TSDEPLOY_DATA: data, ...tokens },
    out: say,
    err: (text) => err.push(text),
  });
  await desk.state.until(() => out.length > 0, 'the bot');
  return { out, err, ran };
}

test.each(['SIGINT', 'SIGTERM'] as const)('the bot says where it is, and ends in peace at %s', async (signal) => {
  const { out, err, ran } = await running({ SLACK_SIGNING_SECRET: 'secret', PORT: '0' });
  expect(out.join('')).toMatch(/^tsdeploy answers \/tsdeploy in Slack \(http:\/\/127\.0\.0\.1:\d+\/slack\/events\)/);
  expect(out.join('')).toContain(`and keeps its plans in ${data}.`);
  process.emit(signal);
  expect(await ran).toBe(0);
  expect(err).toEqual([]);
});

test('the bot ends with a clear line where Slack takes its app token back', async () => {
  const { out, err, ran } = await running({ SLACK_APP_TOKEN: ids.appToken });
  expect(out.join('')).toContain('(Socket Mode)');
  desk.state.revoked.add(ids.appToken);
  desk.sockets.refresh();
  expect(await ran).toBe(1);
  expect(err.at(-1)).toMatch(/^tsdeploy can't go on \([0-9A-F]{6}\)\. Check the tokens/);
}, 8_000);
