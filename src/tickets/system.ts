import type { Block } from './blocks.js';
import type { Told } from './told.js';

/** A ticket as its system knows it. */
export interface Ticket {
  /** What the system's addresses name it by. */
  readonly key: string;
  /** What people call it. */
  readonly number: string;
  /** In which state it is closed; null where it is open. */
  readonly closed: string | null;
  /** Where a person sees it. */
  readonly link: string;
}

/** A comment on a ticket. */
export interface Comment {
  readonly id: string;
  readonly link: string;
  /** Tells its content from any other, so that a person's edit shows. */
  readonly seal: string;
}

/** What a comment is written in. */
export type BodyFormat = 'markdown' | 'text' | 'wiki' | 'html' | 'json';

/** A system that holds tickets. None of its functions repeats a request by itself. */
export interface TicketSystem {
  /** What the setup calls it. */
  readonly name: string;
  /** What people call its make. */
  readonly label: string;
  /** Most characters of a comment as it is written; null where there's no limit. */
  readonly most: number | null;
  /** Answers a comment's body in the system's format, with the marker where the format shows one. */
  readonly write: (blocks: readonly Block[], mark: string) => string;
  /** What a body is; what a person can't read is shown to them as plain text. */
  readonly format: BodyFormat;
  /** Finds a ticket by its number. */
  readonly find: (number: string) => Promise<Told<Ticket>>;
  /** Looks for the comment with a marker; null where the system has no way to: then it takes an operation once by itself. */
  readonly lookUp: ((ticket: Ticket, mark: string) => Promise<Told<Comment | null>>) | null;
  /** Posts a comment. */
  readonly send: (ticket: Ticket, body: string, mark: string) => Promise<Told<Comment>>;
  /** How a comment is kept up to date; null where it can't be edited. */
  readonly edit: Editing | null;
}

/** How a system's comments are edited. */
export interface Editing {
  /** Answers the comment as it is now; null where it is gone. */
  readonly read: (ticket: Ticket, id: string) => Promise<Told<Comment | null>>;
  readonly write: (ticket: Ticket, id: string, body: string, mark: string) => Promise<Told<Comment>>;
  /** Answers the seal that the system's comment has once it holds this body. */
  readonly sealOf: (body: string) => string;
}
