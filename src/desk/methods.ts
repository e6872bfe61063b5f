import { type Fields, fieldsOf, parsed, textOf } from './fields.js';
import { botIsIn, keepMessage } from './messages.js';
import { type DeskState, directChannel, ids } from './state.js';
import { type OpenedView, viewPayload } from './views.js';

/** What a method answers: `error`, or the fields beside `ok: true`. */
export type Reply = { readonly error: string; readonly why?: readonly string[] } | { readonly fields: Fields };

/** A method of the Web API. */
export type Method = (state: DeskState, args: Fields) => Reply;

const shown = (opened: OpenedView): Reply => ({ fields: { view: viewPayload(opened, {}, ids.team) } });

/** Answers the view of a call, or the refusal where Slack would not show it. */
function viewIn(state: DeskState, args: Fields, method: string): { view: Fields } | { error: string; why: string[] } {
  const view = typeof args.view === 'string' ? parsed(args.view) : args.view;
  const refusals = state.checks.view(view, method);
  if (refusals.length === 0) return { view: fieldsOf(view) };
  state.refusals.push(...refusals);
  return {
    error: 'invalid_arguments',
    why: refusals.map(({ where, why }) => `[ERROR] ${why} [json-pointer:${where}]`),
  };
}

const show =
  (above: boolean): Method =>
  (state, args) => {
    const read = viewIn(state, args, above ? 'views.push' : 'views.open');
    if ('error' in read) return read;
    const permit = state.permits.useTrigger(textOf(args.trigger_id));
    if ('denied' in permit) return { error: permit.denied };
    const opened = state.views.put(permit.user, read.view, above);
    return opened ? shown(opened) : { error: 'push_limit_reached' };
  };

const update: Method = (state, args) => {
  const read = viewIn(state, args, 'views.update');
  if ('error' in read) return read;
  const opened = state.views.byId(textOf(args.view_id));
  if (!opened) return { error: 'not_found' };
  if (args.hash !== undefined && args.hash !== opened.hash) return { error: 'hash_conflict' };
  state.views.replace(opened, read.view);
  return shown(opened);
};

const post =
  (ephemeral: boolean): Method =>
  (state, args) => {
    const via = ephemeral ? 'chat.postEphemeral' : 'chat.postMessage';
    const user = textOf(args.user);
    const asked = textOf(args.channel);
    const channel = asked.startsWith('U') ? directChannel(asked) : asked;
    const known = state.channels.get(channel);
    if (!known) return { error: 'channel_not_found' };
    if (!botIsIn(state, channel)) return { error: 'not_in_channel' };
    if (ephemeral && !known.members.has(user)) return { error: 'user_not_in_channel' };
    const blocks = typeof args.blocks === 'string' ? parsed(args.blocks) : args.blocks;
    const message = keepMessage(
      state,
      { ...args, ...(blocks === undefined ? {} : { blocks }) },
      { channel, to: ephemeral ? user : null, via },
    );
    if (!message) return { error: 'invalid_blocks' };
    return {
      fields: ephemeral
        ? { message_ts: message.ts }
        : { channel, ts: message.ts, message: { text: message.text, ts: message.ts } },
    };
  };

const change =
  (remove: boolean): Method =>
  (state, args) => {
    const at = state.messages.findIndex(
      ({ ts, channel, to }) => ts === args.ts && channel === args.channel && to === null,
    );
    const old = state.messages[at];
    if (!old) return { error: 'message_not_found' };
    if (remove) state.messages.splice(at, 1);
    else {
      const blocks = typeof args.blocks === 'string' ? parsed(args.blocks) : args.blocks;
      const kept = keepMessage(
        state,
        { ...args, ...(blocks === undefined ? {} : { blocks }) },
        { channel: old.channel, to: null, via: 'chat.update' },
      );
      if (!kept) return { error: 'invalid_blocks' };
      state.messages.splice(state.messages.indexOf(kept), 1);
      state.messages[at] = { ...kept, ts: old.ts };
    }
    return { fields: { channel: old.channel, ts: old.ts } };
  };

/** The methods the workspace knows, apart from the ones that need its address. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': () => ({
    fields: {
      url: 'http://127.0.0.1/',
      team: 'Desk',
      user: 'tsdeploy',
      team_id: ids.team,
      user_id: ids.bot,
      bot_id: ids.botId,
      is_enterprise_install: false,
    },
  }),
  'views.open': show(false),
  'views.push': show(true),
  'views.update': update,
  'chat.postMessage': post(false),
  'chat.postEphemeral': post(true),
  'chat.update': change(false),
  'chat.delete': change(true),
  'conversations.open': (state, { users }) => {
    const channel = directChannel(textOf(users));
    return state.channels.has(channel) ? { fields: { channel: { id: channel } } } : { error: 'user_not_found' };
  },
  'users.info': (state, { user }) =>
    state.channels.has(directChannel(textOf(user)))
      ? { fields: { user: { id: user, name: textOf(user).toLowerCase(), tz: 'Europe/Zurich', is_bot: false } } }
      : { error: 'user_not_found' },
};
