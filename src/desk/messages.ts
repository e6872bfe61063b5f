import { eventOfChange, eventsOfMessage } from './events.js';
import { type Fields, itemsOf, parsed, textOf } from './fields.js';
import type { DeskFile } from './files.js';
import { type DeskMessage, type DeskState, ids } from './state.js';

let last = 0;

/** Answers a message time that no other message has. */
export const timestamp = (now: number): string => {
  last += 1;
  return `${Math.floor(now / 1000)}.${String(last).padStart(6, '0')}`;
};

/** Where a message of the app goes, who sees it, and by which call it came. */
export type Place = Pick<DeskMessage, 'channel' | 'to' | 'via'>;

/** Answers a message of the app that Slack would take, or null where it would refuse it (and takes down why). */
function readMessage(state: DeskState, args: Fields, place: Place): DeskMessage | null {
  const fields = typeof args.blocks === 'string' ? { ...args, blocks: parsed(args.blocks) } : args;
  const refusals = state.checks.message(fields, place.via);
  if (refusals.length > 0) {
    state.refusals.push(...refusals);
    state.changed();
    return null;
  }
  return {
    ...place,
    ts: timestamp(state.now()),
    user: ids.bot,
    thread: textOf(fields.thread_ts) || null,
    fields,
    text: textOf(fields.text),
    blocks: itemsOf(fields.blocks),
    files: [],
    edited: null,
  };
}

/** Keeps a message of the app; answers it, or null where Slack would refuse it (and takes down why). */
export function keepMessage(state: DeskState, args: Fields, place: Place): DeskMessage | null {
  const message = readMessage(state, args, place);
  return message && addMessage(state, message);
}

/** Keeps a message, and tells the app of its own ones. */
export function addMessage(state: DeskState, message: DeskMessage): DeskMessage {
  state.messages.push(message);
  state.changed();
  if (message.user === ids.bot && message.to === null)
    for (const event of eventsOfMessage(state, message)) state.announce(event);
  return message;
}

/** Answers a file message: of a person, or of the app that uploaded the files. */
export const fileMessage = (
  state: DeskState,
  place: Place & Pick<DeskMessage, 'user' | 'thread'>,
  text: string,
  files: readonly DeskFile[],
  blocks: readonly unknown[] = [],
): DeskMessage => ({ ...place, ts: timestamp(state.now()), fields: {}, text, blocks, files, edited: null });

/** Puts another text in place of a message; answers it, or null where Slack would refuse it. */
export function changeMessage(state: DeskState, old: DeskMessage, args: Fields, via: string): DeskMessage | null {
  const read = readMessage(state, args, { channel: old.channel, to: old.to, via });
  const at = state.messages.indexOf(old);
  if (!read || at < 0) return null;
  const message = { ...read, ts: old.ts, thread: old.thread, files: old.files, edited: read.ts };
  state.messages[at] = message;
  state.changed();
  if (message.to === null) state.announce(eventOfChange(state, message, old));
  return message;
}

/** Takes a message away. */
export function removeMessage(state: DeskState, message: DeskMessage): void {
  const at = state.messages.indexOf(message);
  if (at < 0) return;
  state.messages.splice(at, 1);
  state.changed();
  if (message.to === null) state.announce(eventOfChange(state, null, message));
}

/** Answers the messages a person sees, in order. */
export const messagesSeenBy = (state: DeskState, user: string): DeskMessage[] =>
  state.messages.filter(({ channel, to }) =>
    to === null ? state.channels.get(channel)?.members.has(user) : to === user,
  );

/** Answers the message that all can see in a channel at a time, if there is one. */
export const messageAt = (state: DeskState, channel: unknown, ts: unknown): DeskMessage | undefined =>
  state.messages.find((message) => message.ts === ts && message.channel === channel && message.to === null);

/** Answers whether the bot may post in a channel. */
export const botIsIn = (state: DeskState, channel: string): boolean =>
  state.channels.get(channel)?.members.has(ids.bot) ?? false;
