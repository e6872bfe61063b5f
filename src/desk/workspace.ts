import type { AddressInfo } from 'node:net';
import { type ActsInChannels, actsInChannels } from './acts-in-channels.js';
import { type ActsInViews, actsInViews } from './acts-in-views.js';
import { apiServer } from './api.js';
import { type Delivery, httpDelivery, type Outcome } from './delivery.js';
import { fieldsOf, textOf } from './fields.js';
import type { Installation } from './installation.js';
import type { Limits } from './limits.js';
import { challengePayload } from './payloads.js';
import { type Sockets, sockets } from './socket.js';
import { type DeskState, deskState, ids, type Tokens } from './state.js';
import { transmission } from './transmission.js';

/** A local workspace: what people do in it, and what they then see. */
export interface Desk extends ActsInViews, ActsInChannels {
  readonly state: DeskState;
  readonly apiUrl: string;
  readonly sockets: Sockets;
  /** Sends to an app's HTTP address from now on; without one, over its sockets. */
  reach(address: string, secret: string): void;
  /** Asks the app's HTTP address whether it is the app's; answers whether it said so. */
  verifyAddress(): Promise<boolean>;
  /** Brings the bot into a channel, or removes it. */
  setBotIn(channel: string, member: boolean): void;
  /** Sends the last payload once more, as Slack does after a time-out. */
  again(): Promise<Outcome>;
  /** Waits until the app has taken what it was told in the background. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a workspace on loopback, at a free port, with the app installed as given. */
export async function openDesk(
  limits: Limits,
  now: () => number = Date.now,
  installation: Partial<Installation> = {},
  tokens?: Tokens,
): Promise<Desk> {
  const state = deskState(limits, now, installation, tokens);
  const ackMs = limits.most('interaction.ack_ms');
  const server = apiServer(state, () => live.admit());
  const live = sockets(state, server, ackMs);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  state.address = `http://127.0.0.1:${portOf(server.address())}`;
  let delivery: Delivery = live;
  const sent = transmission(state, () => delivery);
  return {
    state,
    apiUrl: `${state.address}/api/`,
    sockets: live,
    ...actsInViews(state, sent),
    ...actsInChannels(state, sent),
    reach: (app, secret) => {
      delivery = httpDelivery(app, secret, ackMs);
    },
    async verifyAddress() {
      const payload = challengePayload('a-challenge');
      const outcome = await sent.send('events_api', payload);
      if (outcome.ack !== 'taken') return false;
      const { challenge, text } = fieldsOf(outcome.body);
      return challenge === payload.challenge || textOf(text) === payload.challenge;
    },
    setBotIn(id, member) {
      const channel = state.channels.get(id);
      if (!channel) throw new Error(`There is no channel ${id}.`);
      const others = [...channel.members].filter((one) => one !== ids.bot);
      state.channels.set(id, { ...channel, members: new Set(member ? [...others, ids.bot] : others) });
    },
    again: sent.again,
    settled: sent.settled,
    async close() {
      await live.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address ? address.port : 0;
