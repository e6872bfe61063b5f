import { describe, expect, test } from 'vitest';
import { actions, field, inMessage, inView, message, modal, option, x } from './samples.js';

const pickers: readonly object[] = [
  { type: 'datepicker', initial_date: '2026-11-20' },
  { type: 'timepicker', initial_time: '13:30', timezone: 'Europe/Zurich' },
  { type: 'datetimepicker', initial_date_time: 1_795_000_000 },
  { type: 'users_select', initial_user: 'UANN' },
  { type: 'conversations_select', filter: { include: ['public'], exclude_bot_users: true } },
  { type: 'channels_select', initial_channel: 'CDEPLOY' },
  { type: 'multi_users_select', initial_users: ['UANN'], max_selected_items: 2 },
  { type: 'multi_channels_select', initial_channels: ['CDEPLOY'] },
].map((picker) => ({ ...picker, action_id: 'pick' }));

test.each(pickers)('Slack takes a $type in a message and in a modal', (picker) => {
  expect(inMessage(message(actions(picker)))).toEqual([]);
  expect(inView(modal([field(picker)]))).toEqual([]);
});

test.each(['email_text_input', 'url_text_input'])('Slack takes %s in a modal alone', (type) => {
  expect(inView(modal([field({ type, action_id: 'typed', initial_value: 'a' })]))).toEqual([]);
  expect(inMessage(message(actions({ type, action_id: 'typed' })))).toEqual([
    expect.stringContaining('unsupported type'),
  ]);
});

describe('Slack refuses', () => {
  test.each([
    [{ type: 'datepicker', initial_date: '20.11.2026' }, 'initial_date must look like 2026-11-20'],
    [{ type: 'timepicker', initial_time: '24:00' }, 'initial_time must look like 13:30'],
    [{ type: 'datetimepicker', initial_date_time: 5 }, 'must be a whole number between'],
    [{ type: 'datetimepicker', placeholder: { type: 'plain_text', text: 'When' } }, 'invalid additional property'],
    [{ type: 'multi_users_select', initial_users: [] }, 'must have at least 1 items'],
    [{ type: 'users_select', options: [option('1')] }, 'invalid additional property'],
    [{ type: 'datepicker', action_id: x(256) }, 'must be at most 255 characters'],
  ])('%j', (picker, why) => {
    expect(inMessage(message(actions(picker)))).toEqual([expect.stringContaining(why)]);
  });
});
