import { type Fields, textOf } from './fields.js';
import { messagePayload } from './message-payload.js';
import { botIsIn } from './messages.js';
import { type Method, method } from './method.js';
import { directChannel, ids } from './people.js';
import { type Channel, type DeskMessage, type DeskState, isDirect } from './state.js';

const scope =
  (what: 'read' | 'history'): Method['scope'] =>
  ({ channel }) =>
    `${isDirect(textOf(channel)) ? 'im' : 'channels'}:${what}`;

/** Answers a channel as payloads have it. */
const channelPayload = ({ id, name, members }: Channel): Fields => {
  const direct = isDirect(id);
  const [user] = [...members].filter((member) => member !== ids.bot);
  return direct
    ? { id, is_im: true, is_channel: false, user, is_open: true }
    : {
        id,
        name,
        name_normalized: name,
        is_channel: true,
        is_im: false,
        is_private: false,
        is_archived: false,
        is_member: members.has(ids.bot),
        num_members: members.size,
      };
};

/** Answers a method about one channel that there is; a history takes the bot in it too. */
const about = (what: 'read' | 'history', answer: (state: DeskState, channel: Channel, args: Fields) => Fields | null) =>
  ({
    scope: scope(what),
    run(state, args) {
      const channel = state.channels.get(textOf(args.channel));
      if (!channel) return { error: 'channel_not_found' };
      if (what === 'history' && !botIsIn(state, channel.id)) return { error: 'not_in_channel' };
      const fields = answer(state, channel, args);
      return fields ? { fields } : { error: 'thread_not_found' };
    },
  }) satisfies Method;

/** Answers the newest of the messages that the call asks for, oldest first. */
function wanted(messages: readonly DeskMessage[], { oldest, latest, inclusive, limit }: Fields): DeskMessage[] {
  const edge = inclusive === true || inclusive === 'true' ? 0 : 1e-7;
  return messages
    .filter(({ ts, to }) => {
      const at = Number(ts);
      return (
        to === null &&
        (oldest === undefined || at >= Number(oldest) + edge) &&
        (latest === undefined || at <= Number(latest) - edge)
      );
    })
    .slice(-(Number(limit) || 100));
}

/** The methods of channels. */
export const channelMethods: Readonly<Record<string, Method>> = {
  'conversations.open': method('im:write', (state, { users }) => {
    const channel = directChannel(textOf(users));
    return state.channels.has(channel) ? { fields: { channel: { id: channel } } } : { error: 'user_not_found' };
  }),
  'conversations.info': about('read', (_, channel) => ({ channel: channelPayload(channel) })),
  'conversations.members': about('read', (_, { members }) => ({
    members: [...members],
    response_metadata: { next_cursor: '' },
  })),
  'conversations.history': about('history', (state, { id }, args) => {
    const here = state.messages.filter(({ channel, thread }) => channel === id && thread === null);
    const messages = wanted(here, args);
    return {
      messages: messages.map((message) => messagePayload(state, message)).reverse(),
      has_more: messages.length < here.length,
    };
  }),
  'conversations.replies': about('history', (state, { id }, args) => {
    const root = state.messages.find(({ channel, ts, to }) => channel === id && ts === args.ts && to === null);
    if (!root) return null;
    const replies = state.messages.filter(({ channel, thread }) => channel === id && thread === root.ts);
    return {
      messages: [root, ...wanted(replies, args)].map((message) => messagePayload(state, message)),
      has_more: false,
    };
  }),
};
