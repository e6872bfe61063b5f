import { setTimeout as wait } from 'node:timers/promises';
import type { Id } from '../store/id.js';
import { finishPosting } from '../tickets/post.js';
import type { Posting } from '../tickets/posting.js';
import type { Counter } from './ticket-counters.js';
import type { TicketingParts } from './ticketing.js';

/** How long is waited until what isn't sure yet is looked at again, in milliseconds: at first, and at most. */
export interface CheckPauses {
  readonly first: number;
  readonly most: number;
}

/** Answers a function that looks again at a posting that isn't sure yet, ever more seldom, until it is; `settled` is told then. */
export function checksOf(
  { postings, ending, later }: TicketingParts,
  pauses: CheckPauses,
  counterOf: (system: string) => Counter | undefined,
  settled: (posting: Posting) => Promise<void>,
): (id: Id) => void {
  const checking = new Set<Id>();
  const check = async (id: Id): Promise<Posting | null> => {
    for (let pause = pauses.first; ; pause = Math.min(2 * pause, pauses.most)) {
      await wait(pause, undefined, { signal: ending });
      const kept = await postings.get(id);
      const counter = kept && counterOf(kept.system);
      if (!counter) return null;
      const posting = await finishPosting(counter.desk, counter.system, kept);
      if (posting?.state !== 'unsure') return posting;
    }
  };
  return (id) => {
    if (checking.has(id)) return;
    checking.add(id);
    later('checking a posting', async () => {
      const posting = await check(id).finally(() => checking.delete(id));
      if (posting) await settled(posting);
    });
  };
}
