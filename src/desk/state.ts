import { EventEmitter, once } from 'node:events';
import type { Fields } from './fields.js';
import type { Limits } from './limits.js';
import { type PayloadChecks, payloadChecks, type Refusal } from './payload-checks.js';
import { type Permits, permits } from './permits.js';
import { type Views, views } from './views.js';

/** A message as the workspace keeps it; `to` is the one person who sees an ephemeral one. */
export interface DeskMessage {
  readonly ts: string;
  readonly channel: string;
  readonly to: string | null;
  readonly via: string;
  readonly fields: Fields;
  readonly text: string;
  readonly blocks: readonly unknown[];
}

/** A channel and who is in it; the bot is one of the members or isn't. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly members: ReadonlySet<string>;
}

/** One call of the Web API or of a response address, and what came back. */
export interface Call {
  readonly method: string;
  readonly args: Fields;
  readonly error: string | null;
}

/** Everything a workspace holds. */
export interface DeskState {
  readonly limits: Limits;
  readonly now: () => number;
  readonly checks: PayloadChecks;
  readonly permits: Permits;
  readonly views: Views;
  readonly channels: Map<string, Channel>;
  readonly messages: DeskMessage[];
  readonly refusals: Refusal[];
  readonly calls: Call[];
  readonly timeouts: string[];
  /** Faults to answer with instead of working, by method, first in first out. */
  readonly faults: Map<string, { status: number; headers?: Record<string, string> }[]>;
  /** Tokens that are taken back. */
  readonly revoked: Set<string>;
  /** Tells whoever waits that something happened. */
  changed(): void;
  /** Waits until something answers other than undefined, null or false. */
  until<T>(look: () => T | undefined | null | false, what: string, ms?: number): Promise<T>;
}

/** The workspace's own ids. */
export const ids = {
  team: 'T0DESK',
  bot: 'U0BOT',
  botId: 'B0TSDEPLOY',
  app: 'A0TSDEPLOY',
  botToken: 'xoxb-desk',
  appToken: 'xapp-desk',
} as const;

/** Answers the channel of the direct messages between a person and the bot. */
export const directChannel = (user: string): string => `D${user.slice(1)}`;

/** Answers an empty workspace with one channel the bot is in and one it is not. */
export function deskState(limits: Limits, now: () => number): DeskState {
  const happened = new EventEmitter().setMaxListeners(0);
  const people = ['UANN', 'UBEN'];
  const channel = (id: string, name: string, members: readonly string[]): [string, Channel] => [
    id,
    { id, name, members: new Set(members) },
  ];
  return {
    limits,
    now,
    checks: payloadChecks(limits),
    permits: permits(limits, now),
    views: views(limits),
    channels: new Map([
      channel('CDEPLOY', 'deployments', [...people, ids.bot]),
      channel('CQUIET', 'without-the-bot', people),
      ...people.map((user) => channel(directChannel(user), 'directmessage', [user, ids.bot])),
    ]),
    messages: [],
    refusals: [],
    calls: [],
    timeouts: [],
    faults: new Map(),
    revoked: new Set(),
    changed: () => void happened.emit('changed'),
    async until(look, what, ms = 2_000) {
      const deadline = AbortSignal.timeout(ms);
      for (;;) {
        const seen = look();
        if (seen !== undefined && seen !== null && seen !== false) return seen;
        try {
          await once(happened, 'changed', { signal: deadline });
        } catch {
          throw new Error(`Waited ${ms} ms in vain for ${what}.`);
        }
      }
    },
  };
}
