import type { TicketEntry } from '../../../src/setup/tickets.js';

/** How long things take at an office. */
export interface Pace {
  /** Seconds that a request may take. */
  readonly timeout: number;
  /** What a fault means by slow: longer than a request may take, in milliseconds. */
  readonly slowMs: number;
  /** Seconds until the first look after an unclear end; until the second there are as many again. */
  readonly settle: number;
}

/** For servers in this process. */
export const quick: Pace = { timeout: 0.25, slowMs: 400, settle: 0.25 };
/** For a real server, on a machine that has other things to do. */
export const unhurried: Pace = { timeout: 1.5, slowMs: 2_000, settle: 1.2 };

/** A ticket system to be tested: documented behaviour on loopback, or the real one. */
export interface Office {
  readonly url: string;
  /** How it is set up, at an address that may be a proxy's. */
  readonly entry: (url: string) => TicketEntry;
  readonly env: Readonly<Record<string, string>>;
  /** The number of a new, open ticket. */
  readonly open: () => Promise<string>;
  readonly closeTicket: (number: string) => Promise<void>;
  /** What the comments of a ticket hold, oldest first. */
  readonly comments: (number: string) => Promise<readonly string[]>;
  /** A person's own edit of a comment; null where the system has none. */
  readonly editAs: ((number: string, at: number, text: string) => Promise<void>) | null;
  readonly close: () => Promise<void>;
  readonly pace: Pace;
}
