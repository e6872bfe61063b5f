import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/desk/fields.js';
import { ids } from '../../src/desk/people.js';
import { stubbed } from './app-stub.js';
import { message, modal, plain, section } from './samples.js';

const asked = () => stubbed().then(async (stub) => ({ ...stub, stub, sent: await sent(stub) }));
const sent = async ({ desk, received }: Awaited<ReturnType<typeof stubbed>>) => {
  await desk.command('UANN', '/tsdeploy plan');
  return received.at(-1) ?? {};
};

describe('the Web API', () => {
  test('takes no call without a token, with a wrong one, or with the other kind', async () => {
    const { call, desk } = await stubbed();
    expect(await call('auth.test', {}, '')).toEqual({ ok: false, error: 'not_authed' });
    expect(await call('auth.test', {}, 'xoxb-wrong')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await call('auth.test', {}, 'xapp-desk')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await call('apps.connections.open', {})).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await call('auth.test', {})).toMatchObject({ ok: true, user_id: 'U0BOT' });
    desk.state.revoked.add('xoxb-desk');
    expect(await call('auth.test', {})).toEqual({ ok: false, error: 'invalid_auth' });
  });

  test('knows no method that it does not know', async () => {
    const { call } = await stubbed();
    expect(await call('views.show', {})).toEqual({ ok: false, error: 'unknown_method' });
    expect(await call('toString', {})).toEqual({ ok: false, error: 'unknown_method' });
  });

  test('says where a view is refused, and takes it down', async () => {
    const { call, desk, sent } = await asked();
    const view = modal([{ ...section, colour: 'red' }]);
    expect(await call('views.open', { trigger_id: sent.trigger_id, view })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] invalid additional property: colour [json-pointer:/blocks/0/colour]'] },
    });
    expect(desk.state.refusals).toEqual([
      { in: 'views.open', where: '/blocks/0/colour', why: 'invalid additional property: colour' },
    ]);
  });

  test('takes a trigger once', async () => {
    const { call, sent } = await asked();
    const open = () => call('views.open', { trigger_id: sent.trigger_id, view: modal([section]) });
    expect(await open()).toMatchObject({ ok: true });
    expect(await open()).toEqual({ ok: false, error: 'exchanged_trigger_id' });
    expect(await call('views.open', { trigger_id: 'made-up', view: modal([section]) })).toEqual({
      ok: false,
      error: 'invalid_trigger_id',
    });
  });

  test('takes a trigger within three seconds', async () => {
    const { call, stub, pass } = await asked();
    for (const [ms, answer] of [
      [2_900, { ok: true }],
      [3_100, { error: 'expired_trigger_id' }],
    ] as const) {
      const { trigger_id } = await sent(stub);
      pass(ms);
      expect(await call('views.open', { trigger_id, view: modal([section]) })).toMatchObject(answer);
    }
  });

  test('stacks three views and no more', async () => {
    const { call, stub } = await asked();
    const push = async (method: string) =>
      call(method, { trigger_id: (await sent(stub)).trigger_id, view: modal([section]) });
    for (const method of ['views.open', 'views.push', 'views.push'])
      expect(await push(method)).toMatchObject({ ok: true });
    expect(await push('views.push')).toEqual({ ok: false, error: 'push_limit_reached' });
  });

  test('updates a view with its hash, and not with a stale one', async () => {
    const { call, sent, desk } = await asked();
    const opened = fieldsOf((await call('views.open', { trigger_id: sent.trigger_id, view: modal([section]) })).view);
    const update = (hash: unknown) =>
      call('views.update', { view_id: opened.id, hash, view: modal([section], { title: plain('Another') }) });
    expect(await update(opened.hash)).toMatchObject({ ok: true });
    expect(await update(opened.hash)).toEqual({ ok: false, error: 'hash_conflict' });
    expect(desk.openView('UANN')?.view.title).toEqual(plain('Another'));
    expect(await call('views.update', { view_id: 'V0', view: modal([section]) })).toEqual({
      ok: false,
      error: 'not_found',
    });
  });

  test('posts where the bot is, and nowhere else', async () => {
    const { call, desk } = await stubbed();
    expect(await call('chat.postMessage', { channel: 'CQUIET', ...message(section) })).toEqual({
      ok: false,
      error: 'not_in_channel',
    });
    expect(await call('chat.postMessage', { channel: 'C404', ...message(section) })).toEqual({
      ok: false,
      error: 'channel_not_found',
    });
    expect(await call('chat.postEphemeral', { channel: 'CDEPLOY', user: 'U404', ...message(section) })).toEqual({
      ok: false,
      error: 'user_not_in_channel',
    });
    expect(await call('chat.postMessage', { channel: 'CDEPLOY', blocks: [section] })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] no top-level text: notifications and screen readers would be silent [json-pointer:/text]'],
      },
    });
    expect(await call('chat.postMessage', { channel: 'CDEPLOY' })).toMatchObject({ ok: false, error: 'no_text' });
    expect(await call('chat.postMessage', { channel: 'UANN', ...message(section) })).toMatchObject({
      ok: true,
      channel: 'DANN',
    });
    expect(await call('chat.postEphemeral', { channel: 'CDEPLOY', user: 'UANN', ...message(section) })).toMatchObject({
      ok: true,
    });
    expect([desk.messagesSeenBy('UANN').length, desk.messagesSeenBy('UBEN').length]).toEqual([2, 0]);
  });

  test('changes and removes a message that all can see', async () => {
    const { call, desk } = await stubbed();
    const { ts, channel } = await call('chat.postMessage', { channel: 'CDEPLOY', ...message(section) });
    expect(await call('chat.update', { ts, channel, text: 'Changed' })).toMatchObject({ ok: true });
    expect(desk.messagesSeenBy('UBEN').map(({ text }) => text)).toEqual(['Changed']);
    expect(await call('chat.update', { ts, channel, text: 'x', blocks: [{}] })).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      response_metadata: { messages: [expect.stringContaining('[json-pointer:/blocks/0')] },
    });
    expect(await call('chat.update', { ts, channel, blocks: [] })).toMatchObject({ ok: false, error: 'no_text' });
    expect(desk.messagesSeenBy('UBEN').map(({ blocks }) => blocks.length)).toEqual([1]);
    expect(await call('chat.update', { ts, channel, text: 'Words', blocks: [] })).toMatchObject({ ok: true });
    expect(desk.messagesSeenBy('UBEN').map(({ blocks }) => blocks)).toEqual([[]]);
    expect(await call('chat.delete', { ts, channel })).toMatchObject({ ok: true });
    expect(await call('chat.delete', { ts, channel })).toEqual({ ok: false, error: 'message_not_found' });
    expect(desk.messagesSeenBy('UBEN')).toEqual([]);
  });

  test('takes down what is refused with the call that it belongs to, also where calls overlap', async () => {
    const { call, desk } = await stubbed();
    const slow = request(`${desk.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ids.botToken}` },
    });
    const arrived = once(slow, 'response');
    slow.write('{"channel": "CDEPLOY",');
    await call('chat.postMessage', { channel: 'CDEPLOY' });
    slow.end('"text": "x"}');
    await arrived;
    expect(desk.state.traffic.map(({ ok, refusals }) => [ok, refusals.length])).toEqual([
      [false, 1],
      [true, 0],
    ]);
  });
});
