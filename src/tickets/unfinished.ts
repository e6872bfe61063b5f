import type { Desk } from './desk.js';
import { finishPosting, type Outcome } from './post.js';
import type { Posting } from './posting.js';
import type { TicketSystem } from './system.js';

/** A posting that was left unfinished, and what became of it. */
export interface Finished {
  readonly posting: Posting;
  readonly state: Outcome['state'];
}

/** Finishes all postings that a crash or an unclear end has left, those of different tickets at once. */
export async function finishAll(desk: Desk, systems: readonly TicketSystem[]): Promise<Finished[]> {
  const rows = [...desk.postings.list({ state: 'posting' }), ...desk.postings.list({ state: 'unsure' })];
  const finished = rows.map(async ({ id, facts }): Promise<Finished[]> => {
    const system = systems.find(({ name }) => name === facts.system);
    const kept = await desk.postings.get(id);
    if (!system || !kept) return [];
    const posting = await finishPosting(desk, system, kept);
    if (!posting) return [];
    return [{ posting, state: posting.state === 'posted' || posting.state === 'refused' ? posting.state : 'unsure' }];
  });
  return (await Promise.all(finished)).flat();
}
