import { type Fields, itemsOf, textOf } from './fields.js';
import { type DeskMessage, type DeskState, ids } from './state.js';

let last = 0;

/** Answers a message time that no other message has. */
const timestamp = (now: number): string => {
  last += 1;
  return `${Math.floor(now / 1000)}.${String(last).padStart(6, '0')}`;
};

/** Keeps a message; answers it, or null where Slack would refuse it (and takes down why). */
export function keepMessage(
  state: DeskState,
  fields: Fields,
  place: Pick<DeskMessage, 'channel' | 'to' | 'via'>,
): DeskMessage | null {
  const refusals = state.checks.message(fields, place.via);
  if (refusals.length > 0) {
    state.refusals.push(...refusals);
    state.changed();
    return null;
  }
  const message = {
    ...place,
    ts: timestamp(state.now()),
    fields,
    text: textOf(fields.text),
    blocks: itemsOf(fields.blocks),
  };
  state.messages.push(message);
  state.changed();
  return message;
}

/** Answers the messages a person sees, in order. */
export const messagesSeenBy = (state: DeskState, user: string): DeskMessage[] =>
  state.messages.filter(({ channel, to }) =>
    to === null ? state.channels.get(channel)?.members.has(user) : to === user,
  );

/** Answers whether the bot may post in a channel. */
export const botIsIn = (state: DeskState, channel: string): boolean =>
  state.channels.get(channel)?.members.has(ids.bot) ?? false;
