import type { Desk } from './desk.js';
import type { Order } from './order.js';
import { type Outcome, post } from './post.js';
import { postingId } from './posting.js';
import type { TicketSystem } from './system.js';

/**
 * Brings a ticket up to date after something was done about its plan: edits its comment where the system can, else posts a
 * summary where one is due. Answers null where there's nothing to do, since nothing was posted or it isn't time yet.
 */
export async function keepUp(desk: Desk, system: TicketSystem, order: Order, due: boolean): Promise<Outcome | null> {
  const kept = await desk.postings.get(postingId(system.name, order.ticket, order.checklist));
  if (!kept?.link || (!system.edit && !due)) return null;
  return post(desk, system, order);
}
