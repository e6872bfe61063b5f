import type { Delivery } from './deliver.js';
import { patiently } from './patiently.js';
import type { Part } from './posting.js';
import type { Comment } from './system.js';
import type { Told } from './told.js';

/**
 * Finds out what became of a comment that may have been posted: waits longer than the server may work on it, looks, waits
 * and looks again. Answers the comment, null where there is none for certain, or why it can't be told.
 */
export async function settled({ desk, system, ticket }: Delivery, part: Part): Promise<Told<Comment | null>> {
  const { clock, patience } = desk;
  let due = Date.parse(part.since);
  let found: Told<Comment | null> = { done: null };
  for (const wait of patience.settle) {
    due += wait;
    await clock.wait(Math.min(wait, Math.max(0, due - clock.now())));
    const { lookUp } = system;
    if (!lookUp) return { done: null };
    found = await patiently(desk, () => lookUp(ticket, part.mark));
    if (!('done' in found) || found.done) return found;
  }
  return found;
}
