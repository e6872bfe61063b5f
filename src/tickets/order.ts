import type { Block } from './blocks.js';
import type { TicketDocument } from './document.js';
import { markerOf } from './marker.js';
import { partsOf } from './parts.js';
import type { Part, Posting } from './posting.js';
import type { TicketSystem } from './system.js';

/** What somebody wants to have in a ticket. */
export interface Order {
  readonly ticket: string;
  /** What tells this checklist from any other, for as long as it is kept up to date. */
  readonly checklist: string;
  readonly owner: string | null;
  readonly whole: TicketDocument;
  /** How far it is, for systems whose comments can't be edited. */
  readonly progress: TicketDocument;
  /** Seals of what is said besides the ticks, and of the ticks. */
  readonly plan: string;
  readonly ticks: string;
}

/** Answers the comments that an order makes in a system where nothing of it was posted: body and marker of each. */
export function firstBodies(system: TicketSystem, order: Order): { readonly mark: string; readonly body: string }[] {
  return bodies(system, order, order.whole, null);
}

function bodies(system: TicketSystem, order: Order, document: TicketDocument, note: string | null) {
  const pages = partsOf(document, { write: (blocks) => system.write(blocks, markerOf([])), most: system.most }, note);
  return pages.map((blocks, at) => {
    const mark = markerOf([system.name, order.ticket, order.checklist, order.plan, order.ticks, note ?? '', at + 1]);
    return { mark, body: system.write(blocks, mark) };
  });
}

/** Answers the posting that an order makes of what was posted before: parts to be sent, and parts to be edited. */
export function planned(system: TicketSystem, order: Order, before: Posting | null, now: number): Posting {
  const at = new Date(now).toISOString();
  const same = before !== null && before.plan === order.plan && before.ticks === order.ticks;
  const revision = before === null ? 1 : same ? before.revision : before.revision + 1;
  return {
    system: system.name,
    ticket: order.ticket,
    checklist: order.checklist,
    title: order.whole.title,
    owner: order.owner,
    plan: order.plan,
    ticks: order.ticks,
    revision,
    state: 'posting',
    reason: null,
    link: before?.link ?? null,
    parts: same ? before.parts.map(again) : partsFor(system, order, before, revision, at),
    created: before?.created ?? at,
    changed: at,
  };
}

/** What was refused is tried again as if for the first time. */
const again = (part: Part): Part => (part.state === 'confirmed' ? part : { ...part, state: 'planned', tries: 0 });

function partsFor(system: TicketSystem, order: Order, before: Posting | null, revision: number, at: string): Part[] {
  const fresh = { state: 'planned', since: at, tries: 0 } as const;
  const note = `revision ${revision}`;
  const posted = before?.parts.flatMap(({ comment, mark }) => (comment ? [{ comment, mark }] : [])) ?? [];
  const asNew = ({ mark, body }: { mark: string; body: string }): Part => ({
    ...fresh,
    mark,
    body,
    comment: null,
    instead: null,
  });
  if (posted.length === 0) return firstBodies(system, order).map(asNew);
  if (!system.edit) {
    const known = before?.state === 'posted' && before.plan === order.plan;
    const document = known ? order.progress : order.whole;
    return bodies(system, order, document, note).map(asNew);
  }
  const instead = bodies(system, order, order.whole, note);
  const pages = partsOf(order.whole, { write: (blocks) => system.write(blocks, markerOf([])), most: system.most });
  return Array.from({ length: Math.max(posted.length, pages.length) }, (_, index) => {
    const kept = posted[index];
    const other = instead[index];
    const page = pages[index];
    if (!kept) return asNew(other ?? { mark: '', body: '' });
    const body = system.write(page ?? surplus, kept.mark);
    return { ...fresh, mark: kept.mark, body, comment: kept.comment, instead: other ?? null };
  });
}

const surplus: readonly Block[] = [
  {
    kind: 'paragraph',
    words: [{ text: 'This part is no longer needed: the plan has become shorter.', style: 'plain', url: null }],
  },
];
