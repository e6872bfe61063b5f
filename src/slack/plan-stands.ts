import type { Id } from '../store/id.js';
import type { SlackMessage } from './asked.js';
import type { ReplyPlace } from './reply.js';

/** Where a plan is shown to its owner: the message that holds it, or where one is to be sent. */
export interface Stand {
  readonly place: ReplyPlace;
  readonly message: SlackMessage | null;
}

/** Remembers where plans stand, until the app ends. */
export interface Stands {
  of(id: Id): Stand | null;
  set(id: Id, stand: Stand): void;
}

/** Answers a memory of so many plans at most; the longest untouched is forgotten first. */
export function planStands(most = 5_000): Stands {
  const known = new Map<Id, Stand>();
  return {
    of: (id) => known.get(id) ?? null,
    set(id, stand) {
      known.delete(id);
      known.set(id, stand);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}
