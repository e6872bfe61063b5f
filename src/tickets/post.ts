import { closedWhy, type Delivered, type Delivery, deliver } from './deliver.js';
import type { Desk } from './desk.js';
import { type Order, planned } from './order.js';
import { patiently } from './patiently.js';
import { type Posting, postingId } from './posting.js';
import { revise } from './revise.js';
import type { TicketSystem } from './system.js';
import { whyOf } from './told.js';

/** What somebody who posts is told. */
export type Outcome =
  | { readonly state: 'posted'; readonly link: string; readonly before: boolean }
  | { readonly state: 'unsure' | 'refused'; readonly why: string };

/** Posts what is ordered, once: what is in the ticket already isn't posted again, what was left unfinished is finished first. */
export const post = (desk: Desk, system: TicketSystem, order: Order): Promise<Outcome> =>
  desk.inTurn(turnOf(system.name, order.ticket), async () => {
    const id = postingId(system.name, order.ticket, order.checklist);
    const kept = await desk.postings.get(id);
    const before = kept && isOpen(kept) ? await finish(desk, system, kept) : (kept ?? null);
    if (before?.state === 'unsure') return outcomeOf(before, false);
    if (before?.state === 'posted' && before.plan === order.plan && before.done === order.done)
      return outcomeOf(before, kept?.state === 'posted');
    const posting = planned(system, order, before, desk.clock.now());
    await desk.postings.put(id, posting);
    return outcomeOf(await finish(desk, system, posting), false);
  });

/** Finishes what a crash or an unclear end has left of a posting; answers it as it then is. */
export const finishPosting = (
  desk: Desk,
  system: TicketSystem,
  { ticket, checklist }: Posting,
): Promise<Posting | null> =>
  desk.inTurn(turnOf(system.name, ticket), async () => {
    const kept = await desk.postings.get(postingId(system.name, ticket, checklist));
    return kept && isOpen(kept) ? finish(desk, system, kept) : (kept ?? null);
  });

/** Whether there's something left to be done. */
export const isOpen = ({ state }: Posting): boolean => state === 'posting' || state === 'unsure';

const turnOf = (system: string, ticket: string) => `${system} ${ticket}`;

const outcomeOf = (posting: Posting, before: boolean): Outcome =>
  posting.state === 'posted'
    ? { state: 'posted', link: posting.link ?? '', before }
    : { state: posting.state === 'refused' ? 'refused' : 'unsure', why: posting.reason ?? '' };

/** Does what is left of a posting, part by part. */
async function finish(desk: Desk, system: TicketSystem, open: Posting): Promise<Posting> {
  const id = postingId(open.system, open.ticket, open.checklist);
  let posting = open;
  const keep = async (change: Partial<Posting>, why: string | null): Promise<Posting> => {
    posting = { ...posting, ...change, changed: new Date(desk.clock.now()).toISOString() };
    await desk.postings.put(id, posting);
    desk.tell(posting, why);
    return posting;
  };
  // What may be there stays unsure until it was looked for.
  const end = (why: string) =>
    posting.parts.some(isUnclear)
      ? keep({ state: 'unsure', reason: why }, why)
      : keep({ state: 'refused', reason: `${why} ${postedSoFar(posting)}` }, why);

  const ticket = await patiently(desk, () => system.find(open.ticket));
  if (!('done' in ticket)) return end(whyOf(ticket));
  if (ticket.done.closed !== null && !posting.parts.some(isUnclear)) return end(closedWhy(ticket.done));

  for (const [at, part] of posting.parts.entries()) {
    if (part.state === 'confirmed') continue;
    const save: Delivery['save'] = async (changed, why) => {
      await keep({ ...stateOf(posting.parts.with(at, changed)), reason: null }, why ?? null);
      return changed;
    };
    const delivery = { desk, system, ticket: ticket.done, save };
    const delivered: Delivered = await (part.comment ? revise : deliver)(delivery, part);
    if ('why' in delivered) return end(delivered.why);
  }
  return posting.state === 'posted' ? posting : keep({ ...stateOf(posting.parts), reason: null }, null);
}

/** Answers what the parts make of a posting that is worked on. */
function stateOf(parts: Posting['parts']): Pick<Posting, 'parts' | 'state'> & Partial<Pick<Posting, 'link'>> {
  if (parts.some(({ state }) => state !== 'confirmed')) return { parts, state: 'posting' };
  const link = parts.find(({ comment }) => comment)?.comment?.link;
  return { parts, state: 'posted', ...(link === undefined ? {} : { link }) };
}

const isUnclear = ({ state }: Posting['parts'][number]) => state === 'sending' || state === 'unknown';

function postedSoFar({ parts, link }: Posting): string {
  const done = parts.filter(({ state }) => state === 'confirmed').length;
  if (done === 0 && link !== null) return 'What was posted before stays as it is.';
  return done === 0 ? 'Nothing was posted.' : `${done} of ${parts.length} parts were posted.`;
}
