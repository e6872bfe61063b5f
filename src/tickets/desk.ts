import type { OneAtATime } from '../store/one-at-a-time.js';
import type { Entries } from '../store/port.js';
import type { Posting, PostingFact } from './posting.js';

/** Where postings are worked on. */
export interface Desk {
  readonly postings: Pick<Entries<Posting, PostingFact>, 'get' | 'put' | 'list'>;
  /** One writer a ticket: work on one ticket waits for the work before it. */
  readonly inTurn: OneAtATime;
  readonly clock: Clock;
  readonly patience: Patience;
  /** Is told while a posting isn't finished. */
  readonly tell: (posting: Posting, why: string | null) => void;
}

/** The time, and how it passes. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** How long is waited for a system. */
export interface Patience {
  /** After an unclear end: until the first look, and from there to the second, in milliseconds. */
  readonly settle: readonly [first: number, second: number];
  /** Between two tries of what was never sent, or couldn't be read. */
  readonly pauses: readonly number[];
  /** A system that asks to wait longer than this is told to the person instead. */
  readonly mostWait: number;
}

/** Answers how long is waited for a system; `settle` in seconds: longer than it works on a request. */
export const patienceFor = ({ settle }: { readonly settle: number }): Patience => ({
  settle: [settle * 1_000, settle * 2_000],
  pauses: [500, 2_000, 5_000],
  mostWait: 60_000,
});
