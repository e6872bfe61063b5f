import type { types, webApi } from '@slack/bolt';
import type { ReplyPlace } from './reply.js';

/** Somebody who did something in Slack, and the ways to answer. */
export interface Asked {
  readonly user: string;
  /** What they are called; empty where Slack doesn't say. */
  readonly name: string;
  readonly client: webApi.WebClient;
  /** Where they are answered. */
  readonly place: ReplyPlace;
  /** Opens one modal within three seconds; null where Slack gave none. */
  readonly trigger: string | null;
  /** What they send to go on where something fails: set as soon as it is known. */
  readonly again: { line: string };
}

/** What was pressed, chosen or ticked. Its action id is the name of a handler, and what stands behind a colon. */
export interface Press extends Asked {
  readonly part: string;
  /** The value of the button or of the chosen option; empty where there is none. */
  readonly value: string;
  /** The values of the boxes that are ticked. */
  readonly ticked: readonly string[];
  readonly view: PressedView | null;
  readonly message: SlackMessage | null;
}

/** The modal or home that something was pressed in. */
export interface PressedView {
  readonly id: string;
  readonly hash: string;
  readonly type: string;
  readonly metadata: string;
}

/** A message in Slack: where it stands, and what Slack sends of it. */
export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
  /** The first message of its thread; its own `ts` outside a thread. */
  readonly thread: string;
  /** Whether only the person who asks sees it. */
  readonly ephemeral: boolean;
  /** The payload as Slack sends it; empty for an ephemeral message. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A modal that was sent off. */
export interface Submission extends Asked {
  readonly view: PressedView;
  /** What a field holds, by block and action. */
  readonly field: (block: string, action: string) => Field;
  /** Answers Slack; only the first time counts, and without it the modal closes. */
  readonly ack: (response?: SubmissionResponse) => Promise<void>;
}

/** What a field of a modal holds. */
export interface Field {
  /** The text, the value of the chosen option, or the conversation; empty where there is none. */
  readonly value: string;
  readonly ticked: readonly string[];
}

/** What becomes of a modal that was sent off. */
export type SubmissionResponse =
  | { readonly response_action: 'clear' }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update' | 'push'; readonly view: types.ModalView };

/** A shortcut that was chosen, globally or on a message. */
export interface Shortcut extends Asked {
  readonly message: SlackMessage | null;
}

/** Something that happened in the workspace, as Slack tells it. */
export interface Happening extends Asked {
  readonly fields: Readonly<Record<string, unknown>>;
}
