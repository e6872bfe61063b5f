import type { Desk } from './desk.js';
import { patiently, pauseBefore } from './patiently.js';
import type { Part } from './posting.js';
import { settled } from './settle.js';
import type { Comment, Ticket, TicketSystem } from './system.js';
import { whyOf } from './told.js';

/** What a part is delivered with. */
export interface Delivery {
  readonly desk: Desk;
  readonly system: TicketSystem;
  readonly ticket: Ticket;
  /** Keeps the part as it is now; it is on the disk when this resolves. */
  readonly save: (part: Part, why?: string) => Promise<Part>;
}

/** A part that came to its end, or why it didn't. */
export type Delivered = { readonly part: Part } | { readonly part: Part; readonly why: string };

/** A comment that stays unclear is sent no oftener. */
const mostTries = 3;

/** Brings a new comment into its ticket, once: answers it confirmed, refused, or unknown. */
export async function deliver(delivery: Delivery, first: Part): Promise<Delivered> {
  const { desk, system, ticket, save } = delivery;
  const refuse = async (part: Part, why: string) => ({ part: await save(inState(desk, part, 'refused'), why), why });
  let part = first;
  if (part.state === 'planned' || part.state === 'refused') {
    // Another tsdeploy, or this one before its store was lost, may have posted it.
    const found = await patiently(desk, async () => system.lookUp?.(ticket, part.mark) ?? { done: null });
    if (!('done' in found)) return refuse(part, whyOf(found));
    if (found.done) return { part: await save(confirmed(desk, part, found.done)) };
  }
  for (let failures = 0, waited = 0; ; ) {
    if (part.state === 'sending' || part.state === 'unknown') {
      const found = await settled(delivery, part);
      if (!('done' in found))
        return { part: await save(inState(desk, part, 'unknown'), whyOf(found)), why: whyOf(found) };
      if (found.done) return { part: await save(confirmed(desk, part, found.done)) };
      if (part.tries >= mostTries) return refuse(part, `${system.label} never shows it, after ${mostTries} tries.`);
    }
    if (ticket.closed !== null) return refuse(part, closedWhy(ticket));
    part = await save({ ...inState(desk, part, 'sending'), tries: part.tries + 1 });
    const told = await system.send(ticket, part.body ?? '', part.mark);
    if ('done' in told) return { part: await save(confirmed(desk, part, told.done)) };
    if ('unsure' in told) {
      part = await save(inState(desk, part, 'unknown'), told.unsure);
      continue;
    }
    const pause = pauseBefore(desk, told, failures, waited);
    if (pause === null) return refuse(part, whyOf(told));
    failures += 'unsent' in told ? 1 : 0;
    waited += pause;
    part = await save({ ...inState(desk, part, 'planned'), tries: part.tries - 1 }, whyOf(told));
    await desk.clock.wait(pause);
  }
}

/** Answers why a closed ticket takes nothing. */
export const closedWhy = ({ number, closed }: Ticket): string =>
  `${number} is closed (${closed}). Open it again, or name another ticket.`;

/** Answers a part in another state, from now on. */
export const inState = ({ clock }: Desk, part: Part, state: Part['state']): Part => ({
  ...part,
  state,
  since: new Date(clock.now()).toISOString(),
});

/** Answers a part that its comment carries. */
export const confirmed = (desk: Desk, part: Part, { id, link, seal }: Comment): Part => ({
  ...inState(desk, part, 'confirmed'),
  comment: { id, link, seal },
  body: null,
  text: null,
  instead: null,
});
