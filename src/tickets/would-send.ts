import type { Desk } from './desk.js';
import { sealOf } from './marker.js';
import { type Order, planned } from './order.js';
import { postingId } from './posting.js';
import type { TicketSystem } from './system.js';

/** What posting an order would send as things are. */
export interface WouldSend {
  /** Exactly what, comment by comment; nothing where the ticket has it already. */
  readonly parts: readonly { readonly body: string; readonly edits: boolean }[];
  /** Where what was posted before is seen; null where there is nothing yet. */
  readonly link: string | null;
  /** Tells these bodies from any others. */
  readonly seal: string;
}

/** Answers what posting an order would send as things are; sends nothing. */
export async function wouldSend(desk: Desk, system: TicketSystem, order: Order): Promise<WouldSend> {
  const before = (await desk.postings.get(postingId(system.name, order.ticket, order.checklist))) ?? null;
  const posting = planned(system, order, before, desk.clock.now());
  const parts = posting.parts.flatMap(({ state, body, comment }) =>
    state === 'confirmed' || body === null ? [] : [{ body, edits: comment !== null }],
  );
  return { parts, link: posting.link, seal: sealOf(parts) };
}
