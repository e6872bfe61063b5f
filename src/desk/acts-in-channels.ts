import { eventOfChange, eventsOfMessage, homeOpened } from './events.js';
import { type DeskFile, deskFile, type PostedFile } from './files.js';
import { addMessage, fileMessage, messagesSeenBy, timestamp } from './messages.js';
import { botHandle, directChannel, everybody, ids } from './people.js';
import { postedText } from './posted-text.js';
import { type DeskMessage, type DeskState, isDirect } from './state.js';
import type { Transmission } from './transmission.js';
import { viewPayload } from './views.js';

/** What stands beside a message's text. */
export interface Beside {
  /** A message of the thread that this one answers in. */
  readonly thread?: DeskMessage;
  readonly files?: readonly PostedFile[];
}

/** What people write, and what they then see. */
export interface ActsInChannels {
  /** Writes in a channel; answers the message once the app has taken its events. */
  say(user: string, channel: string, text: string, beside?: Beside): Promise<DeskMessage>;
  /** Writes to the app in a channel. */
  mention(user: string, channel: string, text: string, beside?: Beside): Promise<DeskMessage>;
  /** Writes to the app alone. */
  direct(user: string, text: string, beside?: Beside): Promise<DeskMessage>;
  edit(message: DeskMessage, text: string): Promise<DeskMessage>;
  /** Opens the app's Home, or its messages. */
  openHome(user: string, tab?: 'home' | 'messages'): Promise<void>;
  messagesSeenBy(user: string): DeskMessage[];
  /** The answers in a message's thread that a person sees, or that all see. */
  threadOf(message: DeskMessage, user?: string): DeskMessage[];
  filesSeenBy(user: string): DeskFile[];
}

/** Answers what people do in channels. */
export function actsInChannels(state: DeskState, { tell }: Pick<Transmission, 'tell'>): ActsInChannels {
  const read = (text: string) =>
    postedText(text, {
      people: new Map([[botHandle, ids.bot], ...everybody.map(({ handle, id }): [string, string] => [handle, id])]),
      channels: new Map(
        [...state.channels.values()].filter(({ id }) => !isDirect(id)).map(({ name, id }) => [name, id]),
      ),
    });
  /** The app is told of nothing in channels it isn't in. */
  const inReach = (channel: string) => state.channels.get(channel)?.members.has(ids.bot) === true;

  async function say(user: string, channel: string, text: string, { thread, files = [] }: Beside = {}) {
    if (!state.channels.get(channel)?.members.has(user)) throw new Error(`${user} is not in ${channel}.`);
    if (isDirect(channel) && !state.installation.takesMessages) throw new Error('The app takes no direct messages.');
    const posted = files.map((file) => deskFile(file, user, state.now()));
    for (const file of posted) state.files.set(file.id, file);
    const { text: sent, blocks } = read(text);
    const root = thread ? (thread.thread ?? thread.ts) : null;
    const place = { channel, to: null, via: 'client', user, thread: root };
    const message = addMessage(state, fileMessage(state, place, sent, posted, blocks));
    if (inReach(channel)) await tell(eventsOfMessage(state, message));
    return message;
  }

  return {
    say,
    mention: (user, channel, text, beside) => say(user, channel, `@${botHandle} ${text}`, beside),
    direct: (user, text, beside) => say(user, directChannel(user), text, beside),
    async edit(message, text) {
      const at = state.messages.indexOf(message);
      if (at < 0) throw new Error('The message is not there any more.');
      const changed = { ...message, ...read(text), edited: timestamp(state.now()) };
      state.messages[at] = changed;
      state.changed();
      if (inReach(message.channel)) await tell([eventOfChange(state, changed, message)]);
      return changed;
    },
    async openHome(user, tab = 'home') {
      const home = state.homes.get(user);
      await tell([homeOpened(state, user, tab, home && tab === 'home' ? viewPayload(home, {}, ids.team) : undefined)]);
    },
    messagesSeenBy: (user) => messagesSeenBy(state, user),
    threadOf: (message, user) =>
      (user === undefined ? state.messages.filter(({ to }) => to === null) : messagesSeenBy(state, user)).filter(
        ({ thread, channel }) => thread === (message.thread ?? message.ts) && channel === message.channel,
      ),
    filesSeenBy: (user) => messagesSeenBy(state, user).flatMap(({ files }) => files),
  };
}
