import { expect, test } from 'vitest';
import { fieldsOf } from '../../src/desk/fields.js';
import { stubbed } from './app-stub.js';
import { actions, button, modal, option, options, section } from './samples.js';
import { slackLimits } from './slack-limits.js';

const home = (...blocks: unknown[]) => ({ type: 'home', callback_id: 'home', blocks });

test('a Home tab is published for one person, told at the next opening, and pressed in', async () => {
  const { desk, call, received } = await stubbed(slackLimits, { events: ['app_home_opened'] });
  await desk.openHome('UANN');
  expect(fieldsOf(received[0]?.event).view).toBeUndefined();
  const { view } = await call('views.publish', { user_id: 'UANN', view: home(section, actions(button)) });
  expect(desk.homeOf('UBEN')).toBeUndefined();
  await desk.openHome('UANN');
  expect(received[1]).toMatchObject({ event: { view: { type: 'home', callback_id: 'home', id: fieldsOf(view).id } } });
  await desk.click('UANN', 'press', undefined, desk.homeOf('UANN'));
  expect(received[2]).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: fieldsOf(view).id },
    view: { type: 'home' },
    trigger_id: expect.any(String),
  });
});

test('a Home tab is refused where it isn’t one, is older than the shown one, or nobody’s', async () => {
  const { desk, call } = await stubbed();
  const publish = (args: object) => call('views.publish', { user_id: 'UANN', view: home(section), ...args });
  expect(await publish({ view: modal([section]) })).toMatchObject({ error: 'invalid_arguments' });
  expect(desk.state.refusals[0]?.in).toBe('views.publish');
  const first = fieldsOf((await publish({})).view).hash;
  expect(await publish({ hash: first })).toMatchObject({ ok: true });
  expect(await publish({ hash: first })).toEqual({ ok: false, error: 'hash_conflict' });
  expect(await publish({ user_id: 'U404' })).toEqual({ ok: false, error: 'user_not_found' });
  const without = await stubbed(slackLimits, { homeTab: false });
  expect(await without.call('views.publish', { user_id: 'UANN', view: home(section) })).toMatchObject({
    error: 'not_enabled',
  });
});

test('what is chosen in a message goes along as its state, each person’s own', async () => {
  const { desk, call, received } = await stubbed();
  const boxes = { type: 'checkboxes', action_id: 'done', options: options(3), initial_options: [option('0')] };
  const day = { type: 'datepicker', action_id: 'day', initial_date: '2026-11-20' };
  const menu = { type: 'overflow', action_id: 'more', options: options(2) };
  await call('chat.postMessage', {
    channel: 'CDEPLOY',
    text: 'x',
    blocks: [{ ...actions(boxes, day, menu), block_id: 'b' }],
  });
  const [message] = desk.messagesSeenBy('UANN');
  await desk.click('UANN', 'done', ['0', '2'], message);
  expect(received.at(-1)).toMatchObject({
    container: { type: 'message', message_ts: message?.ts },
    message: { ts: message?.ts, user: 'U0BOT' },
    actions: [{ type: 'checkboxes', selected_options: [{ value: '0' }, { value: '2' }] }],
    state: { values: { b: { day: { selected_date: '2026-11-20' } } } },
  });
  await desk.click('UANN', 'day', '2026-12-01', message);
  expect(received.at(-1)).toMatchObject({
    actions: [{ selected_date: '2026-12-01' }],
    state: { values: { b: { done: { selected_options: [{ value: '0' }, { value: '2' }] } } } },
  });
  await desk.click('UBEN', 'more', '1', message);
  expect(received.at(-1)).toMatchObject({
    actions: [{ selected_option: { value: '1' } }],
    state: { values: { b: { done: { selected_options: [{ value: '0' }] } } } },
  });
  await expect(desk.click('UBEN', 'more', '7', message)).rejects.toThrow('more offers no option 7');
});

test('of several buttons with one action the one with the value is pressed', async () => {
  const { desk, call, received } = await stubbed();
  const two = [1, 2].map((at) => ({ ...actions({ ...button, value: `v${at}` }), block_id: `b${at}` }));
  await call('chat.postMessage', { channel: 'CDEPLOY', text: 'x', blocks: two });
  await desk.click('UANN', 'press', 'v2');
  expect(received.at(-1)).toMatchObject({ actions: [{ block_id: 'b2', value: 'v2' }] });
  await desk.click('UANN', 'b1');
  expect(received.at(-1)).toMatchObject({ actions: [{ block_id: 'b1', value: 'v1' }] });
});

test('a response address of a press replaces or removes the message that was pressed', async () => {
  const { desk, call, received, respond } = await stubbed();
  for (const text of ['one', 'two'])
    await call('chat.postMessage', { channel: 'CDEPLOY', text, blocks: [actions(button)] });
  const [one, two] = desk.messagesSeenBy('UANN');
  const answer = async (message: typeof one, body: object) => {
    await desk.click('UANN', 'press', undefined, message);
    await respond(received.at(-1)?.response_url, { ...body });
  };
  await answer(one, { replace_original: true, text: 'changed' });
  await answer(two, { delete_original: true });
  await desk.say('UBEN', 'CDEPLOY', 'end');
  expect(desk.messagesSeenBy('UBEN').map(({ text }) => text)).toEqual(['changed', 'end']);
});

test('closing a stack tells of every view in it that asked, and that all were closed', async () => {
  const { desk, call, received } = await stubbed();
  for (const method of ['views.open', 'views.push']) {
    await desk.command('UANN', '/tsdeploy');
    const { trigger_id } = received.at(-1) ?? {};
    await call(method, { trigger_id, view: modal([section], { notify_on_close: true, external_id: method }) });
  }
  expect(
    await call('views.update', { external_id: 'views.open', view: modal([section], { notify_on_close: true }) }),
  ).toMatchObject({ ok: true });
  await desk.dismiss('UANN', true);
  expect(received.slice(-2)).toMatchObject([
    { type: 'view_closed', is_cleared: true },
    { type: 'view_closed', is_cleared: true },
  ]);
  expect(desk.openView('UANN')).toBeUndefined();
});

test('a message shortcut carries the message, its channel and a way to answer', async () => {
  const { desk, received, respond } = await stubbed();
  const said = await desk.say('UBEN', 'CQUIET', 'a config', { files: [{ name: 'a.txt', bytes: 'a' }] });
  await desk.messageShortcut('UANN', 'validate', said);
  expect(received[0]).toMatchObject({
    type: 'message_action',
    callback_id: 'validate',
    channel: { id: 'CQUIET' },
    message_ts: said.ts,
    message: { user: 'UBEN', text: 'a config', files: [{ name: 'a.txt' }] },
    trigger_id: expect.any(String),
  });
  expect(await respond(received[0]?.response_url, { text: 'seen' })).toMatchObject({ status: 200 });
  expect(desk.messagesSeenBy('UANN').at(-1)).toMatchObject({ text: 'seen', to: 'UANN', channel: 'CQUIET' });
});
