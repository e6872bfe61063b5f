import { closedWhy, confirmed, type Delivered, type Delivery, deliver, inState } from './deliver.js';
import { patiently, pauseBefore } from './patiently.js';
import type { Part } from './posting.js';
import { whyOf } from './told.js';

/** A comment that stays unclear is edited no oftener. */
const mostTries = 3;

/** Brings a comment up to date, unless a person has edited or removed it: then a new one is posted instead. */
export async function revise(delivery: Delivery, first: Part): Promise<Delivered> {
  const { desk, system, ticket, save } = delivery;
  const { edit } = system;
  const { comment, body } = first;
  if (!edit || !comment || body === null) return deliver(delivery, { ...first, comment: null });
  const refuse = async (part: Part, why: string) => ({ part: await save(inState(desk, part, 'refused'), why), why });
  let part = first;
  for (let failures = 0, waited = 0; ; ) {
    const found = await patiently(desk, () => edit.read(ticket, comment.id));
    if (!('done' in found)) {
      const why = whyOf(found);
      return part.tries > 0 ? { part: await save(inState(desk, part, 'unknown'), why), why } : refuse(part, why);
    }
    const now = found.done;
    // It holds what was to be written: an edit whose answer was lost had arrived.
    if (now && now.seal === edit.sealOf(body)) return { part: await save(confirmed(desk, part, now)) };
    if (!now || now.seal !== comment.seal) return deliver(delivery, await save(asNew(delivery, part)));
    if (ticket.closed !== null) return refuse(part, closedWhy(ticket));
    if (part.tries >= mostTries)
      return refuse(part, `${system.label} doesn't take the change, after ${mostTries} tries.`);
    part = await save({ ...inState(desk, part, 'sending'), tries: part.tries + 1 });
    const told = await edit.write(ticket, comment.id, body, part.mark);
    if ('done' in told) return { part: await save(confirmed(desk, part, told.done)) };
    if ('unsure' in told) {
      part = await save(inState(desk, part, 'unknown'), told.unsure);
      await desk.clock.wait(desk.patience.settle[0]);
      continue;
    }
    if ('refused' in told && told.gone) continue;
    const pause = pauseBefore(desk, told, failures, waited);
    if (pause === null) return refuse(part, whyOf(told));
    failures += 'unsent' in told ? 1 : 0;
    waited += pause;
    await desk.clock.wait(pause);
  }
}

/** The part as a comment of its own. */
function asNew({ desk }: Delivery, part: Part): Part {
  const { mark, body } = part.instead ?? { mark: part.mark, body: part.body };
  return { ...inState(desk, part, 'planned'), mark, body, comment: null, instead: null, tries: 0 };
}
