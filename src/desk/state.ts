import type { DeskEvent } from './events.js';
import type { Fields } from './fields.js';
import type { DeskFile } from './files.js';
import { type Happenings, happenings } from './happenings.js';
import { type Installation, openInstallation } from './installation.js';
import type { Limits } from './limits.js';
import { type PayloadChecks, payloadChecks, type Refusal } from './payload-checks.js';
import { directChannel, everybody, ids } from './people.js';
import { type Permits, permits } from './permits.js';
import type { Exchange } from './traffic.js';
import { type OpenedView, type Views, views } from './views.js';

export { directChannel, ids } from './people.js';

/** A message as the workspace keeps it; `to` is the one person who sees an ephemeral one. */
export interface DeskMessage {
  readonly ts: string;
  readonly channel: string;
  readonly to: string | null;
  readonly via: string;
  readonly user: string;
  /** The `ts` of the message whose thread it stands in. */
  readonly thread: string | null;
  readonly fields: Fields;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly files: readonly DeskFile[];
  /** When it was changed, as a `ts`. */
  readonly edited: string | null;
}

/** A channel and who is in it; the bot is one of the members or isn't. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly members: ReadonlySet<string>;
}

/** What a call is answered with instead of work: a status, or an error of the Web API. */
export interface Fault {
  readonly status?: number;
  readonly error?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file on its way up. */
export interface Upload {
  readonly name: string;
  readonly size: number;
  bytes: Uint8Array | null;
}

/** One call of the Web API or of a response address, and what came back. */
export interface Call {
  readonly method: string;
  readonly args: Fields;
  readonly error: string | null;
}

/** The tokens that the workspace takes. */
export interface Tokens {
  readonly bot: string;
  readonly app: string;
}

/** Everything a workspace holds. */
export interface DeskState extends Happenings {
  /** Where the workspace is served, `http://host:port`; empty until it is. */
  address: string;
  readonly installation: Installation;
  readonly tokens: Tokens;
  readonly limits: Limits;
  readonly now: () => number;
  readonly checks: PayloadChecks;
  readonly permits: Permits;
  readonly views: Views;
  readonly channels: Map<string, Channel>;
  /** The members of user groups, by the group's id. */
  readonly groups: Map<string, readonly string[]>;
  readonly messages: DeskMessage[];
  readonly files: Map<string, DeskFile>;
  /** Files that the app has asked to upload, by id; the bytes come later. */
  readonly uploads: Map<string, Upload>;
  /** Home tabs that the app has published, by person. */
  readonly homes: Map<string, OpenedView>;
  /** What people have chosen in messages and not sent otherwise, by person and `ts`. */
  readonly chosen: Map<string, Map<string, unknown>>;
  readonly refusals: Refusal[];
  readonly calls: Call[];
  /** The last exchanges between the app and the workspace, oldest first. */
  readonly traffic: Exchange[];
  readonly timeouts: string[];
  /** Faults to answer with instead of working, first in first out: by method, or `response_url`, `download`, `upload`. */
  readonly faults: Map<string, Fault[]>;
  /** A fault that every call is answered with, as long as it stands. */
  outage: Fault | null;
  /** Tokens that are taken back. */
  readonly revoked: Set<string>;
  /** Tells the app of an event, if it is subscribed to it; answers at once. */
  announce(event: DeskEvent): void;
}

/** Answers whether a channel is one of direct messages. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** Answers an empty workspace with one channel the bot is in and one it is not. */
export function deskState(
  limits: Limits,
  now: () => number,
  installation: Partial<Installation> = {},
  tokens: Tokens = { bot: ids.botToken, app: ids.appToken },
): DeskState {
  const people = everybody.map(({ id }) => id);
  const channel = (id: string, name: string, members: readonly string[]): [string, Channel] => [
    id,
    { id, name, members: new Set(members) },
  ];
  return {
    address: '',
    installation: { ...openInstallation, ...installation },
    tokens,
    limits,
    now,
    checks: payloadChecks(limits),
    permits: permits(limits, now),
    views: views(limits),
    channels: new Map([
      channel('CDEPLOY', 'deployments', [...people, ids.bot]),
      channel('CQUIET', 'network-team', people),
      ...people.map((user) => channel(directChannel(user), 'directmessage', [user, ids.bot])),
    ]),
    groups: new Map(),
    messages: [],
    files: new Map(),
    uploads: new Map(),
    homes: new Map(),
    chosen: new Map(),
    refusals: [],
    calls: [],
    traffic: [],
    timeouts: [],
    faults: new Map(),
    outage: null,
    revoked: new Set(),
    announce: () => undefined,
    ...happenings(),
  };
}
