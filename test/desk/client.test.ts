import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/desk/fields.js';
import { stubbed } from './app-stub.js';
import { actions, button, choose, field, message, modal, option, plain, section } from './samples.js';

const asked = () => stubbed().then(async (stub) => ({ ...stub, stub, sent: await sent(stub) }));
const sent = async ({ desk, received }: Awaited<ReturnType<typeof stubbed>>) => {
  await desk.command('UANN', '/tsdeploy plan');
  return received.at(-1) ?? {};
};

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
