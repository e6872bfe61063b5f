import type { Block } from './blocks.js';
import type { TicketDocument } from './document.js';
import { markerOf } from './marker.js';
import { partsOf } from './parts.js';
import { plainText } from './plain-text.js';
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
  /** Seals of what the plan says, and of what people did about it: ticks, acknowledgements. */
  readonly plan: string;
  readonly done: string;
}

/** Answers the comments that an order makes in a system where nothing of it was posted. */
export const firstBodies = (system: TicketSystem, order: Order): Body[] => bodies(system, order, order.whole, null);

/** A comment as it is written: its marker, exactly what is sent, and what a person reads where that is something else. */
interface Body {
  readonly mark: string;
  readonly body: string;
  readonly text: string | null;
}

function bodies(system: TicketSystem, order: Order, document: TicketDocument, note: string | null): Body[] {
  return pagesOf(system, document, note).map((blocks, at) =>
    written(
      system,
      blocks,
      markerOf([system.name, order.ticket, order.checklist, order.plan, order.done, note ?? '', at + 1]),
    ),
  );
}

const pagesOf = (system: TicketSystem, document: TicketDocument, note: string | null) =>
  partsOf(document, { write: (blocks) => system.write(blocks, markerOf([])), most: system.most }, note);

const written = (system: TicketSystem, blocks: readonly Block[], mark: string): Body => ({
  mark,
  body: system.write(blocks, mark),
  text: system.format === 'json' || system.format === 'html' ? plainText(blocks) : null,
});

/** Answers the posting that an order makes of what was posted before: parts to be sent, and parts to be edited. */
export function planned(system: TicketSystem, order: Order, before: Posting | null, now: number): Posting {
  const at = new Date(now).toISOString();
  const same = before !== null && before.plan === order.plan && before.done === order.done;
  const revision = before === null ? 1 : same ? before.revision : before.revision + 1;
  return {
    system: system.name,
    ticket: order.ticket,
    checklist: order.checklist,
    title: order.whole.title,
    owner: order.owner,
    plan: order.plan,
    done: order.done,
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
  const asNew = (body: Body): Part => ({ ...fresh, ...body, comment: null, instead: null });
  if (posted.length === 0) return firstBodies(system, order).map(asNew);
  if (!system.edit) {
    const known = before?.state === 'posted' && before.plan === order.plan;
    const document = known ? order.progress : order.whole;
    return bodies(system, order, document, note).map(asNew);
  }
  const instead = bodies(system, order, order.whole, note);
  const pages = pagesOf(system, order.whole, null);
  return Array.from({ length: Math.max(posted.length, pages.length) }, (_, index) => {
    const kept = posted[index];
    const other = instead[index] ?? null;
    if (!kept) return asNew(other ?? { mark: '', body: '', text: null });
    const body = written(system, pages[index] ?? surplus, kept.mark);
    return { ...fresh, ...body, comment: kept.comment, instead: other && { mark: other.mark, body: other.body } };
  });
}

const surplus: readonly Block[] = [
  {
    kind: 'paragraph',
    words: [{ text: 'This part is no longer needed: the plan has become shorter.', style: 'plain', url: null }],
  },
];
