import { type Fields, itemsOf } from '../desk/fields.js';
import type { DeskFile } from '../desk/files.js';
import { botHandle, everybody, ids } from '../desk/people.js';
import type { DeskMessage, DeskState } from '../desk/state.js';
import type { Exchange } from '../desk/traffic.js';
import type { OpenedView } from '../desk/views.js';
import type {
  AppThing,
  CommandHint,
  FileThing,
  MessageThing,
  TrafficThing,
  ViewThing,
  WorkspaceThing,
} from './wire.js';

const previewLength = 1_500;
const longestJson = 20_000;

/** Answers everything the page shows, as JSON by key. Messages and exchanges never change in place, so their JSON is made once. */
export function thingsOf(
  state: DeskState,
  app: AppThing,
  commands: readonly CommandHint[],
  largestFile: number,
): Map<string, string> {
  const things = new Map<string, string>();
  const put = (key: string, thing: unknown) => things.set(key, JSON.stringify(thing));
  put('workspace', workspaceThing(state, commands, largestFile));
  put('app', app);
  for (const { id, name, members } of state.channels.values())
    put(`channel/${id}`, { id, name, members: [...members] });
  for (const message of state.messages)
    things.set(
      `message/${message.ts}`,
      once(message, () => messageThing(message)),
    );
  for (const { id } of everybody) {
    const opened = state.views.top(id);
    if (opened) put(`modal/${id}`, viewThing(opened, state.views.stack(id).length - 1));
    const home = state.homes.get(id);
    if (home) put(`home/${id}`, viewThing(home, 0));
  }
  for (const [key, chosen] of state.chosen) if (chosen.size > 0) put(`chosen/${key}`, Object.fromEntries(chosen));
  for (const exchange of state.traffic)
    things.set(
      `traffic/${exchange.number}`,
      once(exchange, () => trafficThing(exchange)),
    );
  return things;
}

const made = new WeakMap<object, string>();

function once(source: object, make: () => object): string {
  const json = made.get(source) ?? JSON.stringify(make());
  made.set(source, json);
  return json;
}

const workspaceThing = (
  { installation: { shortcuts, homeTab, takesMessages }, address }: DeskState,
  commands: readonly CommandHint[],
  largestFile: number,
): WorkspaceThing => ({
  name: 'Contoso IT',
  people: everybody,
  bot: { id: ids.bot, handle: botHandle },
  commands,
  shortcuts,
  homeTab,
  takesMessages,
  archives: `${address}/archives/`,
  largestFile,
});

const messageThing = (message: DeskMessage): MessageThing => ({
  ts: message.ts,
  channel: message.channel,
  to: message.to,
  user: message.user,
  thread: message.thread,
  broadcast: [true, 'true'].some((yes) => yes === message.fields.reply_broadcast),
  text: message.text,
  blocks: message.blocks,
  files: message.files.map(fileThing),
  edited: message.edited !== null,
});

const fileThing = ({ id, name, title, filetype, size, mimetype, bytes }: DeskFile): FileThing => ({
  id,
  name,
  title,
  filetype,
  size,
  preview: /^text\/|json|xml/.test(mimetype) ? Buffer.from(bytes).toString('utf8', 0, previewLength) : null,
});

const viewThing = ({ id, hash, view, errors, entered }: OpenedView, below: number): ViewThing => ({
  id,
  hash,
  view: shown(view),
  errors,
  // Only entries come into the map: see enterInto.
  entered: Object.fromEntries(entered) as ViewThing['entered'],
  below,
});

/** The metadata are the app's own. */
const shown = ({ type, title, submit, close, callback_id, blocks }: Fields): Fields => ({
  type,
  title,
  submit,
  close,
  callback_id,
  blocks: itemsOf(blocks),
});

const trafficThing = (exchange: Exchange): TrafficThing => ({
  number: exchange.number,
  at: exchange.at,
  from: exchange.from,
  what: exchange.what,
  ok: exchange.ok,
  ms: Math.round(exchange.ms),
  sent: json(exchange.sent),
  answer: json(exchange.answer),
  refusals: exchange.refusals.map(({ where, why }) => `${where}: ${why}`),
});

function json(value: unknown): string {
  const text = JSON.stringify(value, null, 2) ?? '';
  return text.length > longestJson
    ? `${text.slice(0, longestJson)}\n… ${text.length - longestJson} more characters`
    : text;
}
