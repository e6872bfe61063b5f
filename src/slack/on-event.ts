import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Happening } from './asked.js';
import { attend } from './attend.js';
import type { Bot } from './bot.js';
import { type Fields, fieldsOf, textOf } from './fields.js';
import { events, rowOf } from './handlers.js';
import { isDirect } from './read-payload.js';

type Arguments = SlackEventMiddlewareArgs<string> & AllMiddlewareArgs;

/** Answers what happened in the workspace, once: by its type. What bots do is left alone. */
export async function onEvent({ event, body, client }: Arguments, bot: Bot): Promise<void> {
  const fields: Fields = fieldsOf(event);
  const user = textOf(fields.user);
  const handler = rowOf(events, textOf(fields.type));
  if (!handler || user === '' || !isNew(fields) || !bot.first(body.event_id)) return;
  const happening: Happening = {
    user,
    name: '',
    client,
    place: bot.placeOf(user, undefined, saidIn(fields)),
    trigger: null,
    again: { line: '' },
    fields,
  };
  await attend(bot, happening, `the event ${textOf(fields.type)}`, () => handler(happening, bot));
}

/** Whether a person did it: no bot, and no message that was edited or removed. */
const isNew = ({ bot_id: bot, subtype }: Fields): boolean =>
  bot === undefined && [undefined, 'file_share', 'thread_broadcast'].some((one) => one === subtype);

/** Answers where to answer what was said: in its thread, but at the top of direct messages; null where nothing was said. */
function saidIn(fields: Fields): { channel: string; thread: string } | null {
  const [channel, ts, thread] = [textOf(fields.channel), textOf(fields.ts), textOf(fields.thread_ts)];
  if (channel === '' || ts === '') return null;
  return { channel, thread: thread || (isDirect(fields) ? '' : ts) };
}
