import type { Fields } from '../desk/fields.js';
import type { Shortcut } from '../desk/installation.js';
import type { Person } from '../desk/people.js';

/** What doesn't change while the desk runs. */
export interface WorkspaceThing {
  readonly name: string;
  readonly people: readonly Person[];
  readonly bot: Pick<Person, 'id' | 'handle'>;
  readonly commands: readonly CommandHint[];
  readonly shortcuts: readonly Shortcut[];
  readonly homeTab: boolean;
  readonly takesMessages: boolean;
  /** Where links to messages begin. */
  readonly archives: string;
  /** The largest file that the desk takes, in bytes. */
  readonly largestFile: number;
}

/** A slash command, as the composer tells of it. */
export interface CommandHint {
  readonly command: string;
  readonly description: string;
  readonly usage: string;
}

/** A channel, one of direct messages too. */
export interface ChannelThing {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** A file as the page shows it. */
export interface FileThing {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly filetype: string;
  readonly size: number;
  /** The beginning of a text, null where it is none. */
  readonly preview: string | null;
}

/** A message. */
export interface MessageThing {
  readonly ts: string;
  readonly channel: string;
  readonly to: string | null;
  readonly user: string;
  readonly thread: string | null;
  readonly broadcast: boolean;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly files: readonly FileThing[];
  readonly edited: boolean;
}

/** A modal or Home tab, and what was entered into it. */
export interface ViewThing {
  readonly id: string;
  readonly hash: string;
  readonly view: Fields;
  readonly errors: Readonly<Record<string, string>>;
  readonly entered: Readonly<Record<string, Entered>>;
  /** How many views lie under it. */
  readonly below: number;
}

/** What a person entered into one element. */
export type Entered = string | readonly string[] | null;

/** Whether tsdeploy runs yet. */
export interface AppThing {
  readonly status: 'starting' | 'ready' | 'failed';
  readonly problem: string;
}

/** An exchange between app and workspace; JSON as text, cut where it is long. */
export interface TrafficThing {
  readonly number: number;
  readonly at: number;
  readonly from: 'app' | 'workspace';
  readonly what: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly sent: string;
  readonly answer: string;
  readonly refusals: readonly string[];
}

/** What the page shows, each under its key. */
export interface Things {
  readonly workspace: WorkspaceThing;
  readonly app: AppThing;
  readonly [channel: `channel/${string}`]: ChannelThing;
  readonly [message: `message/${string}`]: MessageThing;
  readonly [modal: `modal/${string}`]: ViewThing;
  readonly [home: `home/${string}`]: ViewThing;
  /** What a person chose in a message: `chosen/USER TS`. */
  readonly [chosen: `chosen/${string}`]: Readonly<Record<string, Entered>>;
  readonly [traffic: `traffic/${string}`]: TrafficThing;
}

/** What changed since the last time: things by key, null where there is none any more. */
export type Change = Readonly<Record<string, unknown>>;
