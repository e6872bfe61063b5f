import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Fields, fieldsOf, parsed } from '../../src/desk/fields.js';
import { ids } from '../../src/desk/state.js';
import { openDesk } from '../../src/desk/workspace.js';
import { stubbed } from './app-stub.js';
import { message, section } from './samples.js';
import { impatientLimits, slackLimits } from './slack-limits.js';

const events = ['app_mention', 'message.im', 'message.channels', 'file_shared', 'app_home_opened'];
const told = (received: Fields[]) => received.splice(0).map(({ event }) => fieldsOf(event));
const subscribedTo = (...names: string[]) => stubbed(slackLimits, { events: names });

test('a mention in a channel reaches the app with its text, its author and its thread', async () => {
  const { desk, received } = await subscribedTo('app_mention');
  const root = await desk.say('UBEN', 'CDEPLOY', 'What about PXE?');
  expect(received).toEqual([]);
  const mention = await desk.mention('UANN', 'CDEPLOY', 'is 2403 < 2409 & fine?', { thread: root });
  expect(received[0]).toMatchObject({
    type: 'event_callback',
    event_id: expect.stringMatching(/^Ev/),
    authorizations: [{ user_id: ids.bot, is_bot: true }],
    event: {
      type: 'app_mention',
      user: 'UANN',
      channel: 'CDEPLOY',
      text: '<@U0BOT> is 2403 &lt; 2409 &amp; fine?',
      ts: mention.ts,
      thread_ts: root.ts,
      parent_user_id: 'UBEN',
    },
  });
  expect(desk.threadOf(root)).toEqual([mention]);
  await desk.say('UANN', 'CQUIET', '@tsdeploy hello?');
  expect(received).toHaveLength(1);
});

test('a direct message with a file tells of the file and of the message', async () => {
  const { desk, received } = await subscribedTo(...events);
  await desk.direct('UANN', 'check this', { files: [{ name: 'Deploy.ps1', bytes: 'exit' }] });
  const [file] = desk.filesSeenBy('UANN');
  const kinds = told(received);
  expect(kinds.map(({ type }) => type).sort()).toEqual(['file_shared', 'message']);
  expect(kinds.find(({ type }) => type === 'message')).toMatchObject({
    subtype: 'file_share',
    channel: 'DANN',
    channel_type: 'im',
    files: [{ id: file?.id, filetype: 'powershell', size: 4, url_private: expect.stringContaining('/files-pri/') }],
  });
  expect(desk.filesSeenBy('UBEN')).toEqual([]);
});

test('a change, a removal and the app’s own messages are told as what they are', async () => {
  const { desk, received, call } = await subscribedTo('message.im');
  const said = await desk.direct('UANN', 'one');
  await desk.edit(said, 'two');
  expect(told(received)[1]).toMatchObject({
    subtype: 'message_changed',
    hidden: true,
    message: { text: 'two', edited: { user: 'UANN' } },
    previous_message: { text: 'one' },
  });
  const { ts, channel } = await call('chat.postMessage', { channel: 'DANN', ...message(section) });
  await call('chat.delete', { ts, channel });
  await desk.settled();
  const own = told(received);
  expect(own).toMatchObject([{ bot_id: ids.botId, user: ids.bot }, { subtype: 'message_deleted' }]);
});

test('an app that isn’t subscribed, or takes no messages, is told nothing', async () => {
  const deaf = await stubbed();
  await deaf.desk.mention('UANN', 'CDEPLOY', 'hello');
  await deaf.desk.openHome('UANN');
  expect(deaf.received).toEqual([]);
  const { desk } = await stubbed(slackLimits, { takesMessages: false });
  await expect(desk.direct('UANN', 'hello')).rejects.toThrow('takes no direct messages');
  await expect(desk.say('UANN', 'C404', 'hello')).rejects.toThrow('UANN is not in C404');
});

test('an event sent again has its number and the same id; one that isn’t answered is taken down', async () => {
  const stub = await stubbed(impatientLimits, { events });
  const { desk, received } = stub;
  await desk.openHome('UANN');
  await desk.again();
  expect(new Set(received.map(({ event_id }) => event_id)).size).toBe(1);
  expect(received[1]).toMatchObject({
    event: { type: 'app_home_opened', tab: 'home', channel: 'DANN' },
    headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
  });
  stub.answer = 500;
  await desk.openHome('UANN');
  expect(desk.state.refusals).toMatchObject([{ in: 'app_home_opened', why: 'the app answered 500' }]);
  stub.answer = null;
  await desk.openHome('UANN');
  expect(desk.state.timeouts).toEqual(['app_home_opened']);
});

test('the app’s address is asked for a challenge', async () => {
  const stub = await stubbed();
  stub.answer = { challenge: 'a-challenge' };
  expect(await stub.desk.verifyAddress()).toBe(true);
  expect(stub.received[0]).toMatchObject({ type: 'url_verification' });
  stub.answer = { challenge: 'another' };
  expect(await stub.desk.verifyAddress()).toBe(false);
});

test('over a socket an event comes in an envelope that takes no answer, and counts its attempts', async () => {
  const desk = await openDesk(impatientLimits, Date.now, { events });
  const response = await fetch(`${desk.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ids.appToken}` },
  });
  const socket = new WebSocket(String(fieldsOf(await response.json()).url));
  const inbox: Fields[] = [];
  socket.on('message', (data) => {
    const got = fieldsOf(parsed(String(data)));
    inbox.push(got);
    if (got.envelope_id) socket.send(JSON.stringify({ envelope_id: got.envelope_id }));
    desk.state.changed();
  });
  await desk.state.until(() => inbox.length > 0, 'hello');
  await desk.mention('UANN', 'CDEPLOY', 'hello');
  await desk.again();
  const [first, second] = inbox.filter(({ payload }) => fieldsOf(fieldsOf(payload).event).type === 'app_mention');
  expect(first).toMatchObject({ type: 'events_api', accepts_response_payload: false, retry_attempt: 0 });
  expect(second).toMatchObject({ retry_attempt: 1, payload: { event_id: fieldsOf(first?.payload).event_id } });
  expect(desk.state.timeouts).toEqual([]);
  await desk.close();
});
