import { setTimeout as wait } from 'node:timers/promises';
import { openMemoryStore } from '../../src/store/memory-store.js';
import { oneAtATime } from '../../src/store/one-at-a-time.js';
import type { Desk, Patience } from '../../src/tickets/desk.js';
import { type Posting, postingKind } from '../../src/tickets/posting.js';
import type { TicketSystem } from '../../src/tickets/system.js';
import { openSystem } from '../../src/tickets/systems.js';
import type { Office } from './servers/office.js';

/** How long a request may take in the tests, in seconds. */
export const timeout = 0.25;
/** What a fault means by slow: longer than a request may take. */
export const slowMs = 400;

/** Waits longer than anything slow goes on after the client has given up. */
export const patience: Patience = { settle: [250, 250], pauses: [10, 20], mostWait: 2_000 };

/** Answers a desk with a store in memory, and what it told. */
export async function testDesk(): Promise<Desk & { readonly told: [Posting['state'], string | null][] }> {
  const told: [Posting['state'], string | null][] = [];
  return {
    postings: await openMemoryStore().entries(postingKind(365)),
    inTurn: oneAtATime(),
    clock: { now: Date.now, wait: (ms) => wait(ms) },
    patience,
    tell: ({ state }, why) => told.push([state, why]),
    told,
  };
}

/** Answers an office's system, reached at an address. */
export const systemAt = (
  office: Office,
  url: string,
  env: Readonly<Record<string, string>> = office.env,
): TicketSystem => openSystem({ ...office.entry(url), timeout }, env);
