import type { Limits } from './limits.js';
import { all, among, type Check, flag, list, rule, shape, text, whole } from './shape.js';
import { compositions } from './texts.js';

/** Answers the checks of the elements that pick a day, a time, a person or a channel, or take an address. */
export function pickers(limits: Limits): Readonly<Record<string, Check>> {
  const { plain, confirm } = compositions(limits);
  const most = (path: string) => limits.most(`element.${path}`);
  const common = { action_id: text(most('*.action_id')), confirm, focus_on_load: flag };
  const placeholder = { placeholder: plain(most('*.placeholder')) };
  const id = text(255);
  const idList = list(id, [1, 100]);
  const picker = (
    kind: string,
    initial: Readonly<Record<string, Check>>,
    more: Readonly<Record<string, Check>> = placeholder,
  ) => shape({ type: among(kind) }, { ...common, ...initial, ...more });
  const written = (name: string, form: RegExp, example: string) =>
    rule((fields) => {
      const value = fields[name];
      return value === undefined || (typeof value === 'string' && form.test(value))
        ? null
        : `${name} must look like ${example}`;
    });
  const typed = {
    initial_value: text(3_000, 0),
    dispatch_action_config: shape({}, { trigger_actions_on: list(id, [1, 2]) }),
  };
  const many = { max_selected_items: whole(1, 100) };
  return {
    datepicker: all(
      picker('datepicker', { initial_date: id }),
      written('initial_date', /^\d{4}-\d{2}-\d{2}$/, '2026-11-20'),
    ),
    timepicker: all(
      picker('timepicker', { initial_time: id, timezone: id }),
      written('initial_time', /^([01]\d|2[0-3]):[0-5]\d$/, '13:30'),
    ),
    datetimepicker: picker('datetimepicker', { initial_date_time: whole(1e9, 9_999_999_999) }, {}),
    users_select: picker('users_select', { initial_user: id }),
    conversations_select: picker('conversations_select', {
      initial_conversation: id,
      default_to_current_conversation: flag,
      response_url_enabled: flag,
      filter: shape(
        {},
        {
          include: list(among('im', 'mpim', 'private', 'public'), [1, 4]),
          exclude_bot_users: flag,
          exclude_external_shared_channels: flag,
        },
      ),
    }),
    channels_select: picker('channels_select', { initial_channel: id, response_url_enabled: flag }),
    multi_users_select: picker('multi_users_select', { initial_users: idList, ...many }),
    multi_channels_select: picker('multi_channels_select', { initial_channels: idList, ...many }),
    email_text_input: picker('email_text_input', typed),
    url_text_input: picker('url_text_input', typed),
  };
}
