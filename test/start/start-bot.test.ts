import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { ids } from '../../src/desk/state.js';
import { type Desk, openDesk } from '../../src/desk/workspace.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import { startBot } from '../../src/start/start-bot.js';
import { readTokens, tokensIn } from '../../src/start/tokens.js';
import { slackLimits } from '../desk/slack-limits.js';
import { person, textIn } from '../slack/person.js';

const knowledge = readKnowledge();
const bot = { SLACK_BOT_TOKEN: ids.botToken };
const http = { ...bot, SLACK_SIGNING_SECRET: 'secret', PORT: '0' };
const closing: Desk[] = [];
const desk = async () => {
  const opened = await openDesk(slackLimits);
  closing.push(opened);
  return opened;
};
afterEach(async () => {
  for (const opened of closing.splice(0)) await opened.close();
});

const data = mkdtempSync(join(tmpdir(), 'tsdeploy-'));
afterAll(() => rmSync(data, { recursive: true }));

const started = (env: NodeJS.ProcessEnv) => startBot(knowledge, { TSDEPLOY_DATA: data, ...env }, () => undefined);

describe('the environment', () => {
  test('says how Slack is reached: not at all, by HTTP, by Socket Mode', () => {
    expect(tokensIn({})).toBe('none');
    expect(tokensIn({ SLACK_BOT_TOKEN: ' ' })).toBe('none');
    expect(tokensIn(http)).toBe('http');
    expect(tokensIn({ ...bot, SLACK_APP_TOKEN: 'xapp' })).toBe('socket');
    expect(tokensIn({ ...http, SLACK_APP_TOKEN: 'xapp' })).toBe('socket');
  });

  test('names what is missing from half a set of tokens', () => {
    expect(tokensIn(bot)).toEqual({ missing: expect.stringContaining('SLACK_SIGNING_SECRET') });
    expect(tokensIn({ SLACK_APP_TOKEN: 'xapp' })).toEqual({ missing: 'SLACK_BOT_TOKEN' });
    expect(tokensIn({ SLACK_SIGNING_SECRET: 'secret' })).toEqual({ missing: 'SLACK_BOT_TOKEN' });
  });

  test('listens on loopback at 3000 unless it says otherwise, and takes no port that isn’t one', () => {
    expect(readTokens({ ...bot, SLACK_SIGNING_SECRET: 'secret' })).toMatchObject({ port: 3000, host: '127.0.0.1' });
    expect(readTokens({ ...http, PORT: '8080', HOST: '0.0.0.0' })).toMatchObject({ port: 8080, host: '0.0.0.0' });
    for (const PORT of ['no', '65536', '-1', '80.5'])
      expect(readTokens({ ...http, PORT })).toEqual({ problem: expect.stringContaining('PORT: ') });
  });
});

describe('the bot doesn’t start, and says why in one line,', () => {
  const refused = async (env: NodeJS.ProcessEnv, why: RegExp) => {
    const error = await started(env).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'Unusable', lines: [expect.stringMatching(why)] });
  };

  test('without tokens, or with half a set', async () => {
    await refused({}, /SLACK_BOT_TOKEN is missing/);
    await refused(bot, /SLACK_SIGNING_SECRET .* is missing/);
  });

  test('with a bot token that Slack doesn’t accept', async () => {
    const { apiUrl } = await desk();
    await refused(
      { ...http, SLACK_BOT_TOKEN: 'xoxb-wrong', SLACK_API_URL: apiUrl },
      /^SLACK_BOT_TOKEN: Slack doesn't accept it \(invalid_auth\)/,
    );
  });

  test('with an app token that Slack doesn’t accept', async () => {
    const { apiUrl } = await desk();
    await refused(
      { ...bot, SLACK_APP_TOKEN: 'xapp-wrong', SLACK_API_URL: apiUrl },
      /^SLACK_APP_TOKEN: Slack doesn't accept it \(invalid_auth\)/,
    );
  });

  test('with an API that can’t be reached, or an address that isn’t one', async () => {
    await refused({ ...http, SLACK_API_URL: 'http://127.0.0.1:9/api/' }, /127\.0\.0\.1:9\/api\/ can't be reached/);
    for (const SLACK_API_URL of ['slack.com', 'file:///api/'])
      await refused({ ...http, SLACK_API_URL }, /^SLACK_API_URL: /);
  });

  test('with the cause at the bottom where nothing listens at the API’s address, and nothing else in the log', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const log: string[] = [];
    const env = { ...http, TSDEPLOY_DATA: data, SLACK_API_URL: `http://127.0.0.1:${port}/api/` };
    await expect(startBot(knowledge, env, (line) => log.push(line))).rejects.toMatchObject({
      name: 'Unusable',
      lines: [expect.stringMatching(/^http:\S+ can't be reached \(connect ECONNREFUSED 127\.0\.0\.1:\d+\)\./)],
    });
    expect(log).toEqual([]);
  });

  test('where something else listens already', async () => {
    const { apiUrl } = await desk();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const PORT = String(typeof address === 'object' && address ? address.port : 0);
    await refused({ ...http, PORT, SLACK_API_URL: apiUrl }, /something else listens there/);
    other.close();
  });

  test('where another process keeps its plans in the same folder', async () => {
    const { apiUrl } = await desk();
    const first = await started({ ...http, SLACK_API_URL: apiUrl });
    await refused({ ...http, SLACK_API_URL: apiUrl }, new RegExp(`process ${process.pid} .* has it`));
    await first.stop();
    await (await started({ ...http, SLACK_API_URL: apiUrl })).stop();
  });

  test('with a setup that can’t be used', async () => {
    const { apiUrl } = await desk();
    const file = join(data, 'wrong.yml');
    writeFileSync(file, 'acknowledge:\n  user: [UANN]\n');
    await refused({ ...http, SLACK_API_URL: apiUrl, TSDEPLOY_CONFIG: file }, /wrong\.yml:\d: .*Did you mean "users"/);
  });

  test('with a date of today that isn’t one', async () => {
    const { apiUrl } = await desk();
    await refused({ ...http, SLACK_API_URL: apiUrl, TSDEPLOY_TODAY: 'tomorrow' }, /^TSDEPLOY_TODAY: /);
  });
});

test('a stop lets what is under way finish, and takes nothing new', async () => {
  const opened = await desk();
  const running = await started({ ...http, SLACK_API_URL: opened.apiUrl });
  opened.reach(running.address, 'secret');
  const ann = person(opened);
  await ann.open('/tsdeploy plan site-version=2403 scenario=in-place-upgrade');
  await ann.dontKnowTheRest();
  opened.state.faults.set('response_url', [{ status: 429, headers: { 'retry-after': '0.3' } }]);
  await opened.submit('UANN');
  await running.stop();
  expect(
    opened
      .messagesSeenBy('UANN')
      .map(({ blocks }) => textIn(blocks))
      .join(),
  ).toContain('Deployment plan.');
  await expect(opened.command('UANN', '/tsdeploy help')).rejects.toThrow('fetch failed');
});
