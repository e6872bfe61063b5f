import type { TicketEntry } from '../../../src/setup/tickets.js';

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
}
