import { setTimeout as wait } from 'node:timers/promises';
import { openMemoryStore } from '../../src/store/memory-store.js';
import { oneAtATime } from '../../src/store/one-at-a-time.js';
import type { Desk } from '../../src/tickets/desk.js';
import { type Posting, postingKind } from '../../src/tickets/posting.js';
import type { TicketSystem } from '../../src/tickets/system.js';
import { openSystem } from '../../src/tickets/systems.js';
import type { Office, Pace } from './servers/office.js';

/** Answers a desk with a store in memory, and what it told. */
export async function testDesk({
  settle,
}: Pace): Promise<Desk & { readonly told: [Posting['state'], string | null][] }> {
  const told: [Posting['state'], string | null][] = [];
  return {
    postings: await openMemoryStore().entries(postingKind(365)),
    inTurn: oneAtATime(),
    clock: { now: Date.now, wait: (ms) => wait(ms) },
    patience: { settle: [settle * 1000, settle * 1000], pauses: [10, 20], mostWait: 5_000 },
    tell: ({ state }, why) => told.push([state, why]),
    told,
  };
}

/** Answers an office's system, reached at an address. */
export const systemAt = (
  office: Office,
  url: string,
  env: Readonly<Record<string, string>> = office.env,
): TicketSystem => openSystem({ ...office.entry(url), timeout: office.pace.timeout }, env);
