import type { AddressInfo } from 'node:net';
import { apiServer, keepReply } from './api.js';
import { type Delivery, httpDelivery, type Kind, type Outcome } from './delivery.js';
import { type Fields, fieldsOf, itemsOf, textOf } from './fields.js';
import { type Entry, enter, inputNamed, optionNamed, unsendable } from './inputs.js';
import type { Limits } from './limits.js';
import { messagesSeenBy } from './messages.js';
import { actionPayload, commandPayload, shortcutPayload, viewEventPayload } from './payloads.js';
import { type Sockets, sockets } from './socket.js';
import { type DeskMessage, type DeskState, deskState } from './state.js';
import type { OpenedView } from './views.js';

/** A local workspace: what people do in it, and what they then see. */
export interface Desk {
  readonly state: DeskState;
  readonly apiUrl: string;
  readonly sockets: Sockets;
  /** Sends to an app's HTTP address from now on; without one, over its sockets. */
  reach(address: string, secret: string): void;
  command(user: string, line: string, channel?: string): Promise<Outcome>;
  fill(user: string, entries: Readonly<Record<string, Entry>>): void;
  click(user: string, name: string, value?: string): Promise<Outcome>;
  submit(user: string, entries?: Readonly<Record<string, Entry>>): Promise<Outcome>;
  dismiss(user: string): Promise<Outcome | null>;
  shortcut(user: string, callback: string): Promise<Outcome>;
  /** Sends the last payload once more, as Slack does after a time-out. */
  again(): Promise<Outcome>;
  openView(user: string): OpenedView | undefined;
  messagesSeenBy(user: string): DeskMessage[];
  close(): Promise<void>;
}

/** Opens a workspace on loopback, at a free port. */
export async function openDesk(limits: Limits, now: () => number = Date.now): Promise<Desk> {
  const state = deskState(limits, now);
  const ackMs = limits.most('interaction.ack_ms');
  let address = '';
  const server = apiServer(state, { address: () => address, admitSocket: () => live.admit() });
  const live = sockets(state, server, ackMs);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${portOf(server.address())}`;
  let delivery: Delivery = live;
  let last: { kind: Kind; payload: Fields; retries: number } | null = null;

  async function deliver(kind: Kind, payload: Fields, retry?: number): Promise<Outcome> {
    last = { kind, payload, retries: retry ?? 0 };
    const outcome = await delivery.deliver(kind, payload, retry);
    if (outcome.ack === 'timed-out') state.timeouts.push(textOf(payload.type) || textOf(payload.command));
    return outcome;
  }

  async function sendView(opened: OpenedView): Promise<Outcome> {
    const outcome = await deliver('interactive', viewEventPayload(state, 'view_submission', opened));
    if (outcome.ack === 'taken') followResponse(state, opened, fieldsOf(outcome.body));
    return outcome;
  }

  const top = (user: string): OpenedView => {
    const opened = state.views.top(user);
    if (!opened) throw new Error(`${user} has no view open.`);
    return opened;
  };

  return {
    state,
    apiUrl: `${address}/api/`,
    sockets: live,
    reach: (app, secret) => {
      delivery = httpDelivery(app, secret, ackMs);
    },
    async command(user, line, channel = 'CDEPLOY') {
      const outcome = await deliver('slash_commands', commandPayload(state, user, channel, line, address));
      if (outcome.ack === 'taken' && outcome.body !== undefined)
        keepReply(state, { user, channel }, fieldsOf(outcome.body), 'ack');
      return outcome;
    },
    fill: (user, entries) => enter(top(user), entries),
    async click(user, name, value) {
      const places = [state.views.top(user), ...messagesSeenBy(state, user).reverse()];
      for (const place of places) {
        const input = place && inputNamed('hash' in place ? itemsOf(place.view.blocks) : place.blocks, name);
        if (!place || !input) continue;
        if ('hash' in place && value !== undefined && input.element.type !== 'overflow')
          enter(place, { [name]: value });
        const option = value === undefined ? undefined : optionNamed(input.element, value);
        if (value !== undefined && !option) throw new Error(`${name} offers no option ${value}.`);
        const chosen = option ? { selected_option: option } : { value: input.element.value ?? '' };
        return deliver('interactive', actionPayload(state, user, place, { input, chosen }, address));
      }
      throw new Error(`${user} sees nothing to press called ${name}.`);
    },
    async submit(user, entries = {}) {
      const opened = top(user);
      if (opened.view.submit === undefined) throw new Error('The view has no button to send it.');
      enter(opened, entries);
      const wrong = unsendable(opened);
      if (Object.keys(wrong).length > 0)
        throw new Error(`Slack's client doesn't send this view: ${JSON.stringify(wrong)}`);
      return sendView(opened);
    },
    async dismiss(user) {
      const opened = top(user);
      state.views.close(user, false);
      return opened.view.notify_on_close === true
        ? deliver('interactive', viewEventPayload(state, 'view_closed', opened))
        : null;
    },
    shortcut: (user, callback) => deliver('interactive', shortcutPayload(state, user, callback)),
    again() {
      if (!last) throw new Error('Nothing was sent yet.');
      return deliver(last.kind, last.payload, last.retries + 1);
    },
    openView: (user) => state.views.top(user),
    messagesSeenBy: (user) => messagesSeenBy(state, user),
    async close() {
      await live.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address ? address.port : 0;

/** Does what an app answers to a view that was sent off. */
function followResponse(state: DeskState, opened: OpenedView, body: Fields): void {
  const refuse = (why: string) => state.refusals.push({ in: 'view_submission', where: '/response_action', why });
  const fresh = () => {
    const refusals = state.checks.view(body.view, `response_action ${String(body.response_action)}`);
    state.refusals.push(...refusals);
    return refusals.length === 0;
  };
  switch (body.response_action) {
    case undefined:
      state.views.close(opened.user, false);
      break;
    case 'clear':
      state.views.close(opened.user, true);
      break;
    case 'update':
      if (fresh()) state.views.replace(opened, fieldsOf(body.view));
      break;
    case 'push':
      if (fresh() && !state.views.put(opened.user, fieldsOf(body.view), true)) refuse('push_limit_reached');
      break;
    case 'errors': {
      const blocks = itemsOf(opened.view.blocks).map(fieldsOf);
      for (const id of Object.keys(fieldsOf(body.errors)))
        if (!blocks.some((block) => block.block_id === id && block.type === 'input'))
          refuse(`errors name ${id}, which is no input block`);
      break;
    }
    default:
      refuse(`unknown response_action ${String(body.response_action)}`);
  }
  state.changed();
}
