import { setTimeout as wait } from 'node:timers/promises';
import { oneAtATime } from '../store/one-at-a-time.js';
import { type Desk, patienceFor } from '../tickets/desk.js';
import type { TicketSystem } from '../tickets/system.js';
import type { TicketingParts } from './ticketing.js';

/** A system with the desk that its postings are worked on at. */
export interface Counter {
  readonly system: TicketSystem;
  readonly desk: Desk;
}

/** Answers a counter for each system; their desks tell people how far their postings are. */
export function countersOf({ opened, postings, standings, now, ending, later, changed }: TicketingParts): Counter[] {
  const inTurn = oneAtATime();
  return opened.map(({ entry, system }) => ({
    system,
    desk: {
      postings,
      inTurn,
      clock: { now, wait: (ms) => wait(ms, undefined, { signal: ending }) },
      patience: patienceFor(entry),
      tell(posting, why) {
        const id = standings.waits(posting, why);
        later('telling how far a posting is', () => standings.show(id));
        if (posting.owner) changed(posting.owner);
      },
    },
  }));
}
