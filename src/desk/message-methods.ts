import { type Fields, textOf } from './fields.js';
import { botIsIn, changeMessage, keepMessage, messageAt, removeMessage } from './messages.js';
import { type Method, method, type Reply } from './method.js';
import { worded } from './payload-checks.js';
import { directChannel, ids } from './people.js';
import type { DeskState } from './state.js';

const chat = 'chat:write';

/** Answers what is wrong with the thread that a message is to stand in, if anything. */
function threadFault(state: DeskState, channel: string, { thread_ts, reply_broadcast }: Fields): string | null {
  if (thread_ts === undefined) return reply_broadcast === undefined ? null : 'invalid_arguments';
  const root = state.messages.find((message) => message.ts === thread_ts && message.channel === channel);
  return root && root.thread === null ? null : 'thread_not_found';
}

/** Answers the refusal of a message by what was taken down of it; `before` counts the refusals of earlier calls. */
const refused = (state: DeskState, { text, blocks }: Fields, before: number): Reply => ({
  error: blocks === undefined && textOf(text) === '' ? 'no_text' : 'invalid_blocks',
  why: worded(state.refusals.slice(before)),
});

const post = (ephemeral: boolean): Method =>
  method(chat, (state, args): Reply => {
    const via = ephemeral ? 'chat.postEphemeral' : 'chat.postMessage';
    const user = textOf(args.user);
    const asked = textOf(args.channel);
    const channel = asked.startsWith('U') ? directChannel(asked) : asked;
    const known = state.channels.get(channel);
    if (!known) return { error: 'channel_not_found' };
    if (!botIsIn(state, channel)) return { error: 'not_in_channel' };
    if (ephemeral && !known.members.has(user)) return { error: 'user_not_in_channel' };
    const fault = threadFault(state, channel, args);
    if (fault !== null) {
      state.refusals.push({ in: via, where: '/thread_ts', why: fault });
      return { error: fault };
    }
    const before = state.refusals.length;
    const message = keepMessage(state, args, { channel, to: ephemeral ? user : null, via });
    if (!message) return refused(state, args, before);
    return {
      fields: ephemeral
        ? { message_ts: message.ts }
        : { channel, ts: message.ts, message: { text: message.text, ts: message.ts, bot_id: ids.botId } },
    };
  });

const change = (remove: boolean): Method =>
  method(chat, (state, args) => {
    const old = messageAt(state, args.channel, args.ts);
    if (!old) return { error: 'message_not_found' };
    if (old.user !== ids.bot) return { error: remove ? 'cant_delete_message' : 'cant_update_message' };
    if (remove) removeMessage(state, old);
    else {
      // Slack keeps the blocks where the call names none, and takes them away by an empty list.
      const { blocks, ...others } = args;
      const none = Array.isArray(blocks) && blocks.length === 0;
      const kept = none
        ? others
        : blocks === undefined && old.blocks.length > 0
          ? { ...args, blocks: old.blocks }
          : args;
      const before = state.refusals.length;
      if (!changeMessage(state, old, kept, 'chat.update')) return refused(state, kept, before);
    }
    return { fields: { channel: old.channel, ts: old.ts } };
  });

/** The methods of messages. */
export const messageMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': post(false),
  'chat.postEphemeral': post(true),
  'chat.update': change(false),
  'chat.delete': change(true),
  'chat.getPermalink': method(null, (state, { channel, message_ts }) => {
    if (!state.channels.has(textOf(channel))) return { error: 'channel_not_found' };
    const message = messageAt(state, channel, message_ts);
    if (!message) return { error: 'message_not_found' };
    const thread = message.thread === null ? '' : `?thread_ts=${message.thread}&cid=${message.channel}`;
    const permalink = `${state.address}/archives/${message.channel}/p${message.ts.replace('.', '')}${thread}`;
    return { fields: { channel: message.channel, permalink } };
  }),
};
