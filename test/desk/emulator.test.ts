import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webApi } from '@slack/bolt';
import { createEmulator } from 'emulate';
import { afterEach, expect, test } from 'vitest';
import { httpDelivery } from '../../src/desk/delivery.js';
import { fieldsOf, itemsOf } from '../../src/desk/fields.js';
import { commandPayload } from '../../src/desk/payloads.js';
import { ids } from '../../src/desk/state.js';
import { openDesk } from '../../src/desk/workspace.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import { startBot } from '../../src/start/start-bot.js';
import { textIn } from '../slack/person.js';
import { calm } from '../slack/ready-plans.js';
import { section } from './samples.js';
import { slackLimits } from './slack-limits.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A workspace that somebody else has written, with one channel. */
async function emulated() {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      tokens: {},
      slack: {
        users: [{ name: 'tsdeploy', real_name: 'tsdeploy' }],
        channels: [{ name: 'deployments' }],
        tokens: [{ token: ids.botToken, user: 'tsdeploy' }],
      },
    },
  });
  closing.push(() => emulator.close());
  const apiUrl = `${emulator.url}/api/`;
  const client = new webApi.WebClient(ids.botToken, { slackApiUrl: apiUrl });
  const { channels = [] } = await client.conversations.list();
  return { apiUrl, client, channel: channels.find(({ name }) => name === 'deployments')?.id ?? '' };
}

async function ours() {
  const desk = await openDesk(slackLimits);
  closing.push(() => desk.close());
  return { client: new webApi.WebClient(ids.botToken, { slackApiUrl: desk.apiUrl }), channel: 'CDEPLOY' };
}

/** Posts, changes and removes messages and a file, and answers what can be read of it afterwards. */
async function story({ client, channel }: Awaited<ReturnType<typeof ours>>) {
  const blocks = [section];
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'A plan', blocks });
  const { ts: reply = '' } = await client.chat.postMessage({ channel, text: 'Its steps', blocks, thread_ts: ts });
  await client.chat.update({ channel, ts, text: 'The plan', blocks });
  await client.files.uploadV2({
    channel_id: channel,
    thread_ts: ts,
    initial_comment: 'As a file',
    title: 'The script',
    filename: 'plan.ps1',
    content: 'Get-Date',
  });
  const { messages: [, , posted] = [] } = await client.conversations.replies({ channel, ts });
  const [file] = posted?.files ?? [];
  const download = await fetch(String(file?.url_private_download), {
    headers: { authorization: `Bearer ${ids.botToken}` },
  });
  const info = await client.files.info({ file: file?.id ?? '' });
  await client.chat.delete({ channel, ts: reply });
  const failed = await client.chat
    .update({ channel, ts: reply, text: 'gone' })
    .catch((error: unknown) => fieldsOf(fieldsOf(error).data).error);
  const { messages: thread = [] } = await client.conversations.replies({ channel, ts });
  const { messages: history = [] } = await client.conversations.history({ channel });
  const plain = (messages: typeof history) =>
    messages.map((message) => ({
      text: message.text,
      blocks: message.blocks,
      inThread: message.thread_ts === ts && message.ts !== ts,
      files: (message.files ?? []).map(({ name, title, size }) => ({ name, title, size })),
    }));
  return {
    thread: plain(thread),
    history: plain(history),
    file: [info.file?.name, info.file?.title, info.file?.size, await download.text()],
    failed,
  };
}

test('what the stand-in does with messages and files, an emulator by others does alike', async () => {
  const [here, there] = [await story(await ours()), await story(await emulated())];
  expect(here).toEqual(there);
  expect(here.thread.map(({ text }) => text)).toEqual(['The plan', 'As a file']);
  expect(here.file).toEqual(['plan.ps1', 'The script', 8, 'Get-Date']);
});

test('the app itself starts on that emulator, and posts a plan by direct message there', async () => {
  const { apiUrl, client } = await emulated();
  const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-emulated-'));
  const log: string[] = [];
  const bot = await startBot(
    readKnowledge(),
    {
      SLACK_BOT_TOKEN: ids.botToken,
      SLACK_SIGNING_SECRET: 'secret',
      PORT: '0',
      SLACK_API_URL: apiUrl,
      TSDEPLOY_DATA: folder,
    },
    (line) => log.push(line),
  );
  closing.push(
    async () => rmSync(folder, { recursive: true }),
    () => bot.stop(),
  );
  const { state } = await openDesk(slackLimits).then((desk) => {
    closing.push(() => desk.close());
    return desk;
  });
  const { members = [] } = await client.users.list({});
  const person = members.find(({ name }) => name === 'admin')?.id ?? '';
  const payload = { ...commandPayload(state, 'UANN', 'CDEPLOY', `/tsdeploy plan ${calm}`), user_id: person };
  expect(await httpDelivery(bot.address, 'secret', 3_000).deliver('slash_commands', payload)).toMatchObject({
    ack: 'taken',
  });
  const { channel } = await client.conversations.open({ users: person });
  await expect
    .poll(async () => textIn(itemsOf((await client.conversations.history({ channel: channel?.id ?? '' })).messages)))
    .toContain('Deployment plan.');
  expect(log).toEqual([]);
});
