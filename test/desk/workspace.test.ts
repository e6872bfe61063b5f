import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/desk/fields.js';
import { stubbed } from './app-stub.js';
import { actions, button, choose, field, message, modal, option, plain, section } from './samples.js';
import { impatientLimits } from './slack-limits.js';

const asked = () => stubbed().then(async (stub) => ({ ...stub, stub, sent: await sent(stub) }));
const sent = async ({ desk, received }: Awaited<ReturnType<typeof stubbed>>) => {
  await desk.command('UANN', '/tsdeploy plan');
  return received.at(-1) ?? {};
};

describe('the Web API', () => {
  test('takes no call without a token, with a wrong one, or with the other kind', async () => {
    const { call } = await stubbed();
    expect(await call('auth.test', {}, '')).toEqual({ ok: false, error: 'not_authed' });
    expect(await call('auth.test', {}, 'xoxb-wrong')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await call('auth.test', {}, 'xapp-desk')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await call('apps.connections.open', {})).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await call('auth.test', {})).toMatchObject({ ok: true, user_id: 'U0BOT' });
  });

  test('knows no method that it does not know', async () => {
    const { call } = await stubbed();
    expect(await call('views.publish', {})).toEqual({ ok: false, error: 'unknown_method' });
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
    });
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
    expect(await call('chat.update', { ts, channel, blocks: [] })).toEqual({ ok: false, error: 'invalid_blocks' });
    expect(await call('chat.delete', { ts, channel })).toMatchObject({ ok: true });
    expect(await call('chat.delete', { ts, channel })).toEqual({ ok: false, error: 'message_not_found' });
    expect(desk.messagesSeenBy('UBEN')).toEqual([]);
  });
});

describe('a response address', () => {
  test('takes five answers', async () => {
    const { respond, sent } = await asked();
    for (let use = 0; use < 5; use += 1)
      expect(await respond(sent.response_url, { text: 'a' })).toMatchObject({ status: 200 });
    expect(await respond(sent.response_url, { text: 'a' })).toEqual({
      status: 404,
      body: { ok: false, error: 'used_url' },
    });
  });

  test('takes answers for thirty minutes', async () => {
    const { respond, sent, pass } = await asked();
    pass(29 * 60_000);
    expect(await respond(sent.response_url, { text: 'a' })).toMatchObject({ status: 200 });
    pass(2 * 60_000);
    expect(await respond(sent.response_url, { text: 'a' })).toEqual({
      status: 404,
      body: { ok: false, error: 'expired_url' },
    });
  });

  test('refuses a message that Slack refuses, and one without text', async () => {
    const { respond, sent, desk } = await asked();
    expect((await respond(sent.response_url, { blocks: [section] })).body).toEqual({
      ok: false,
      error: 'invalid_blocks',
    });
    expect(desk.state.refusals[0]?.in).toBe('response_url');
    expect((await respond(`${desk.apiUrl.replace('/api/', '/respond/')}made-up`, { text: 'a' })).body).toEqual({
      ok: false,
      error: 'invalid_url',
    });
  });

  test('answers the one person, or the channel where it says so', async () => {
    const { respond, sent, desk } = await asked();
    await respond(sent.response_url, { text: 'for Ann' });
    await respond(sent.response_url, { text: 'for all', response_type: 'in_channel' });
    expect(desk.messagesSeenBy('UANN').map(({ text }) => text)).toEqual(['for Ann', 'for all']);
    expect(desk.messagesSeenBy('UBEN').map(({ text }) => text)).toEqual(['for all']);
  });
});

describe('a person in Slack’s client', () => {
  test('cannot send a view with required fields empty, or numbers out of bounds', async () => {
    const { call, sent, desk } = await asked();
    const number = {
      type: 'number_input',
      action_id: 'size',
      is_decimal_allowed: false,
      min_value: '0',
      max_value: '9',
    };
    await call('views.open', {
      trigger_id: sent.trigger_id,
      view: modal([field(choose, { block_id: 'a' }), field(number, { block_id: 'b', optional: true })]),
    });
    await expect(desk.submit('UANN')).rejects.toThrow('"a":"Please complete this required field."');
    for (const size of ['-1', '10', '1.5', 'many'])
      await expect(desk.submit('UANN', { choose: '1', size })).rejects.toThrow('"b":"Please enter');
    await expect(desk.submit('UANN', { choose: '7' })).rejects.toThrow('choose offers no option 7');
    await expect(desk.submit('UANN', { colour: 'red' })).rejects.toThrow('The view has no field colour');
    expect((await desk.submit('UANN', { choose: '1', size: '9' })).ack).toBe('taken');
    expect(desk.openView('UANN')).toBeUndefined();
    await expect(desk.submit('UANN')).rejects.toThrow('has no view open');
  });

  test('sees what the app answers to a view: another one, errors, none', async () => {
    const { call, sent, desk, stub } = await asked();
    await call('views.open', { trigger_id: sent.trigger_id, view: modal([field(choose, { block_id: 'a' })]) });
    const answered = async (answer: unknown) => {
      stub.answer = answer;
      await desk.submit('UANN', { a: '1' });
      return desk.state.refusals.splice(0).map(({ where, why }) => `${where}: ${why}`);
    };
    expect(await answered({ response_action: 'errors', errors: { a: 'Wrong' } })).toEqual([]);
    expect(await answered({ response_action: 'errors', errors: { b: 'Wrong' } })).toEqual([
      expect.stringContaining('no input block'),
    ]);
    expect(await answered({ response_action: 'vanish' })).toEqual([expect.stringContaining('unknown response_action')]);
    expect(await answered({ response_action: 'update', view: modal([]) })).toEqual([
      expect.stringContaining('/blocks: '),
    ]);
    expect(
      await answered({
        response_action: 'update',
        view: modal([field(choose, { block_id: 'a' })], { title: plain('Two') }),
      }),
    ).toEqual([]);
    expect(desk.openView('UANN')?.view.title).toEqual(plain('Two'));
    for (let more = 0; more < 2; more += 1)
      expect(await answered({ response_action: 'push', view: modal([field(choose, { block_id: 'a' })]) })).toEqual([]);
    expect(await answered({ response_action: 'push', view: modal([field(choose, { block_id: 'a' })]) })).toEqual([
      expect.stringContaining('push_limit_reached'),
    ]);
    expect(await answered({ response_action: 'clear' })).toEqual([]);
    expect(desk.openView('UANN')).toBeUndefined();
  });

  test('keeps what was entered while block and action stay the same', async () => {
    const { call, sent, desk, received } = await asked();
    const opened = fieldsOf(
      (
        await call('views.open', {
          trigger_id: sent.trigger_id,
          view: modal([field(choose, { block_id: 'a' }), actions(button)]),
        })
      ).view,
    );
    desk.fill('UANN', { choose: '1' });
    await desk.click('UANN', 'press');
    expect(received.at(-1)?.view).toMatchObject({
      state: { values: { a: { choose: { selected_option: option('1') } } } },
    });
    await call('views.update', { view_id: opened.id, view: modal([field(choose, { block_id: 'b' })]) });
    await expect(desk.submit('UANN')).rejects.toThrow('"b":"Please complete');
  });

  test('presses a button on a message, closes a view, uses a shortcut', async () => {
    const { call, sent, desk, received } = await asked();
    await call('chat.postMessage', { channel: 'CDEPLOY', ...message(actions({ ...button, value: 'v' })) });
    await desk.click('UBEN', 'press');
    expect(received.at(-1)).toMatchObject({
      type: 'block_actions',
      user: { id: 'UBEN' },
      container: { type: 'message' },
      actions: [{ action_id: 'press', value: 'v' }],
    });
    await expect(desk.click('UBEN', 'nothing')).rejects.toThrow('UBEN sees nothing to press called nothing');
    await call('views.open', { trigger_id: sent.trigger_id, view: modal([section], { notify_on_close: true }) });
    await desk.dismiss('UANN');
    expect(received.at(-1)).toMatchObject({ type: 'view_closed', is_cleared: false });
    await desk.shortcut('UANN', 'plan');
    expect(received.at(-1)).toMatchObject({ type: 'shortcut', callback_id: 'plan' });
  });

  test('sees an acknowledgement’s text, unless Slack refuses it', async () => {
    const { desk, stub } = await asked();
    stub.answer = { text: 'Hello' };
    await desk.command('UANN', '/tsdeploy help');
    stub.answer = { blocks: [section] };
    await desk.command('UANN', '/tsdeploy help');
    expect(desk.messagesSeenBy('UANN').map(({ text, via }) => `${via}: ${text}`)).toEqual(['ack: Hello']);
    expect(desk.state.refusals).toHaveLength(1);
  });
});

test('an app that answers with an error, or not in time, is taken down', async () => {
  const stub = await stubbed(impatientLimits);
  const { desk } = stub;
  stub.answer = 500;
  expect(await desk.command('UANN', '/tsdeploy help')).toEqual({ ack: 'refused', status: 500 });
  stub.answer = null;
  expect(await desk.command('UANN', '/tsdeploy help')).toEqual({ ack: 'timed-out' });
  expect(desk.state.timeouts).toEqual(['/tsdeploy']);
});

test('a payload that is sent again carries its number and the same trigger', async () => {
  const { desk, received, sent } = await asked();
  await desk.again();
  expect(received.at(-1)).toMatchObject({ trigger_id: sent.trigger_id, headers: { 'x-slack-retry-num': '1' } });
});
