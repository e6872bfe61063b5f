import type { Desk } from './desk.js';
import { sealOf } from './marker.js';
import { type Order, planned } from './order.js';
import { postingId } from './posting.js';
import type { TicketSystem } from './system.js';

/** A comment that would be sent. */
export interface SentPart {
  readonly body: string;
  /** The same as a person reads it. */
  readonly text: string;
  /** Whether it takes the place of one that was posted before. */
  readonly edits: boolean;
}

/** What posting an order would send as things are. */
export interface WouldSend {
  /** Exactly what, comment by comment; nothing where the ticket has it already. */
  readonly parts: readonly SentPart[];
  /** Where what was posted before is seen; null where there is nothing yet. */
  readonly link: string | null;
  /** Tells these bodies from any others. */
  readonly seal: string;
}

/** Answers what posting an order would send as things are; sends nothing. */
export async function wouldSend(desk: Desk, system: TicketSystem, order: Order): Promise<WouldSend> {
  const before = (await desk.postings.get(postingId(system.name, order.ticket, order.checklist))) ?? null;
  const posting = planned(system, order, before, desk.clock.now());
  const parts = posting.parts.flatMap(({ state, body, text, comment }) =>
    state === 'confirmed' || body === null ? [] : [{ body, text: text ?? body, edits: comment !== null }],
  );
  return { parts, link: posting.link, seal: sealOf(parts) };
}
