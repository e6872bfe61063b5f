import { describe, expect, test } from 'vitest';
import { stubbed } from './app-stub.js';
import { message, section } from './samples.js';
import { slackLimits } from './slack-limits.js';

describe('reading about channels and people', () => {
  test('answers what there is, newest first, threads apart', async () => {
    const { desk, call } = await stubbed();
    const root = await desk.say('UANN', 'CDEPLOY', 'one');
    await call('chat.postMessage', { channel: 'CDEPLOY', thread_ts: root.ts, ...message(section) });
    await call('chat.postEphemeral', { channel: 'CDEPLOY', user: 'UANN', ...message(section) });
    await desk.say('UBEN', 'CDEPLOY', 'two');
    expect(await call('conversations.history', { channel: 'CDEPLOY' })).toMatchObject({
      messages: [{ text: 'two' }, { text: 'one', reply_count: 1, thread_ts: root.ts }],
    });
    expect(
      await call('conversations.history', { channel: 'CDEPLOY', latest: root.ts, inclusive: true, limit: 1 }),
    ).toMatchObject({
      messages: [{ ts: root.ts }],
    });
    expect(await call('conversations.replies', { channel: 'CDEPLOY', ts: root.ts })).toMatchObject({
      messages: [{ text: 'one' }, { text: 'Hello', parent_user_id: 'UANN' }],
    });
    expect(await call('conversations.replies', { channel: 'CDEPLOY', ts: '1.1' })).toEqual({
      ok: false,
      error: 'thread_not_found',
    });
    expect(await call('conversations.info', { channel: 'DANN' })).toMatchObject({
      channel: { is_im: true, user: 'UANN' },
    });
    expect(await call('conversations.info', { channel: 'CQUIET' })).toMatchObject({ channel: { is_member: false } });
    expect(await call('conversations.members', { channel: 'CDEPLOY' })).toMatchObject({
      members: ['UANN', 'UBEN', 'U0BOT'],
    });
    expect(await call('users.info', { user: 'UBEN' })).toMatchObject({
      user: { name: 'ben', real_name: 'Ben Okafor' },
    });
    desk.state.groups.set('SADMIN', ['UANN']);
    expect(await call('usergroups.users.list', { usergroup: 'SADMIN' })).toMatchObject({ users: ['UANN'] });
    expect(await call('usergroups.users.list', { usergroup: 'S404' })).toMatchObject({ error: 'no_such_subteam' });
  });

  test('answers nothing of a channel the bot isn’t in, or has left', async () => {
    const { desk, call } = await stubbed();
    expect(await call('conversations.history', { channel: 'CQUIET' })).toEqual({ ok: false, error: 'not_in_channel' });
    desk.setBotIn('CQUIET', true);
    expect(await call('conversations.history', { channel: 'CQUIET' })).toMatchObject({ ok: true });
    desk.setBotIn('CDEPLOY', false);
    expect(await call('chat.postMessage', { channel: 'CDEPLOY', ...message(section) })).toMatchObject({
      error: 'not_in_channel',
    });
  });

  test('names where a message is', async () => {
    const { desk, call } = await stubbed();
    const root = await desk.say('UANN', 'CDEPLOY', 'one');
    const reply = await desk.say('UANN', 'CDEPLOY', 'two', { thread: root });
    const link = async (message_ts: string) =>
      (await call('chat.getPermalink', { channel: 'CDEPLOY', message_ts })).permalink;
    expect(await link(root.ts)).toMatch(/\/archives\/CDEPLOY\/p\d{16}$/);
    expect(await link(reply.ts)).toContain(`?thread_ts=${root.ts}`);
    expect(await call('chat.getPermalink', { channel: 'CDEPLOY', message_ts: '1' })).toMatchObject({
      error: 'message_not_found',
    });
  });
});

test('a message in a thread that isn’t there is refused and taken down', async () => {
  const { desk, call } = await stubbed();
  expect(await call('chat.postMessage', { channel: 'CDEPLOY', thread_ts: '1.1', ...message(section) })).toEqual({
    ok: false,
    error: 'thread_not_found',
  });
  expect(desk.state.refusals).toMatchObject([{ in: 'chat.postMessage', where: '/thread_ts' }]);
});

test('a person’s message can’t be changed by the app; blocks stay where a change has none', async () => {
  const { desk, call } = await stubbed();
  const { ts } = await desk.say('UANN', 'CDEPLOY', 'mine');
  expect(await call('chat.update', { channel: 'CDEPLOY', ts, text: 'yours' })).toMatchObject({
    error: 'cant_update_message',
  });
  expect(await call('chat.delete', { channel: 'CDEPLOY', ts })).toMatchObject({ error: 'cant_delete_message' });
  const own = await call('chat.postMessage', { channel: 'CDEPLOY', ...message(section) });
  await call('chat.update', { channel: 'CDEPLOY', ts: own.ts, text: 'Changed' });
  expect(desk.messagesSeenBy('UBEN').at(-1)).toMatchObject({
    text: 'Changed',
    blocks: [section],
    edited: expect.any(String),
  });
});

test('an app without the scope is told which one is missing', async () => {
  const { call } = await stubbed(slackLimits, { scopes: ['chat:write', 'im:history'] });
  expect(await call('chat.postMessage', { channel: 'CDEPLOY', ...message(section) })).toMatchObject({ ok: true });
  for (const [method, args, needed] of [
    ['users.info', { user: 'UANN' }, 'users:read'],
    ['conversations.history', { channel: 'CDEPLOY' }, 'channels:history'],
    ['conversations.info', { channel: 'DANN' }, 'im:read'],
    ['files.getUploadURLExternal', { filename: 'a', length: 1 }, 'files:write'],
  ] as const)
    expect(await call(method, args)).toEqual({
      ok: false,
      error: 'missing_scope',
      needed,
      provided: 'chat:write,im:history',
    });
  expect(await call('conversations.history', { channel: 'DANN' })).toMatchObject({ ok: true });
});

describe('a workspace that fails', () => {
  test('says when to come again where it is asked too often', async () => {
    const { desk, call } = await stubbed();
    desk.state.faults.set('auth.test', [{ status: 429, headers: { 'retry-after': '7' } }]);
    const response = await fetch(`${desk.apiUrl}auth.test`, { method: 'POST' });
    expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
      429,
      '7',
      { ok: false, error: 'ratelimited' },
    ]);
    expect(await call('auth.test', {})).toMatchObject({ ok: true });
  });

  test('is down for every call while its outage stands, or has thrown the app out', async () => {
    const { desk, call } = await stubbed();
    desk.state.outage = { status: 503 };
    expect(await call('auth.test', {})).toEqual({ ok: false, error: 'service_unavailable' });
    desk.state.outage = { error: 'account_inactive' };
    expect(await call('chat.postMessage', { channel: 'CDEPLOY', ...message(section) })).toEqual({
      ok: false,
      error: 'account_inactive',
    });
    desk.state.outage = null;
    expect(await call('auth.test', {})).toMatchObject({ ok: true });
  });
});
