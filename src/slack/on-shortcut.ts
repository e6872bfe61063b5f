import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { Shortcut } from './asked.js';
import { attend } from './attend.js';
import type { Bot } from './bot.js';
import { fieldsOf } from './fields.js';
import { rowOf, shortcuts } from './handlers.js';
import { messageIn, nameOf } from './read-payload.js';

type Arguments = SlackShortcutMiddlewareArgs & AllMiddlewareArgs;

/** Answers a shortcut, global or on a message, once: by its callback id. */
export async function onShortcut({ ack, body, client }: Arguments, bot: Bot): Promise<void> {
  await ack();
  const handler = rowOf(shortcuts, body.callback_id);
  if (!handler || !bot.first(body.trigger_id)) return;
  const message = body.type === 'message_action' ? messageIn(fieldsOf(body)) : null;
  const url = body.type === 'message_action' ? body.response_url : undefined;
  const shortcut: Shortcut = {
    user: body.user.id,
    name: nameOf(body.user),
    client,
    place: bot.placeOf(body.user.id, url, message),
    trigger: body.trigger_id,
    again: { line: '' },
    message,
  };
  await attend(bot, shortcut, `the shortcut ${body.callback_id}`, () => handler(shortcut, bot));
}
