import type { Id } from '../store/id.js';
import type { Entries, Row } from '../store/port.js';
import { sharedSync } from '../store/shared-sync.js';
import { chooseSystem } from '../tickets/choose.js';
import { keepUp } from '../tickets/keep-up.js';
import type { Order } from '../tickets/order.js';
import { allDone } from '../tickets/plan-order.js';
import { post } from '../tickets/post.js';
import { type Posting, type PostingFact, postingId } from '../tickets/posting.js';
import type { OpenedSystem } from '../tickets/systems.js';
import { finishAll } from '../tickets/unfinished.js';
import { afterPause } from './after-pause.js';
import type { PlanNow } from './plan-now.js';
import { type CheckPauses, checksOf } from './ticket-checks.js';
import { type Counter, countersOf } from './ticket-counters.js';
import type { Standings } from './ticket-standing.js';

/** Postings to tickets, as the app carries them out. */
export interface Ticketing {
  /** Whether any system is set up. */
  readonly some: boolean;
  /** Answers where a ticket's number belongs, and the number as it is written there. Throws Unusable where it is none's, or several'. */
  choose(ticket: string): Counter & { readonly number: string };
  /** Posts an order and keeps its person informed; resolves once it is posted, refused, or not sure yet. */
  post(counter: Counter, order: Order, user: string): Promise<void>;
  /** Brings the tickets of a plan up to date, some seconds after the last of its ticks. */
  ticked(id: Id): void;
  /** Brings the tickets of a plan up to date whose risks were acknowledged, also where comments can't be edited. */
  acknowledged(id: Id): void;
  /** Finishes what was left unfinished, in the background. */
  goOn(): void;
  /** Answers what the index holds of somebody's newest postings. */
  newest(user: string): Row<PostingFact>[];
}

/** What ticketing is made of. */
export interface TicketingParts {
  readonly opened: readonly OpenedSystem[];
  readonly postings: Entries<Posting, PostingFact>;
  readonly standings: Standings;
  /** Answers a plan as it is now, with what puts it into a ticket. */
  readonly orderOf: (
    plan: string,
    ticket: string,
    owner: string | null,
  ) => Promise<{ now: PlanNow; order: Order } | null>;
  readonly now: () => number;
  readonly pauses?: Pauses;
  /** Once it is told, nothing is waited for any more: what is unfinished is finished after the next start. */
  readonly ending: AbortSignal;
  /** Does something that nobody waits for. */
  readonly later: (doing: string, work: () => Promise<void>) => void;
  /** Is told who has a posting that has changed. */
  readonly changed: (owner: string) => void;
}

/** What is waited for, in milliseconds. */
interface Pauses extends CheckPauses {
  /** After the last tick, until the tickets of its plan are brought up to date. */
  readonly tick: number;
}

const usualPauses: Pauses = { tick: 2_000, first: 60_000, most: 3_600_000 };
/** How many postings a Home shows. */
const listed = 5;

/** Answers ticketing over these systems. */
export function ticketingOf(parts: TicketingParts): Ticketing {
  const { opened, postings, standings, orderOf, pauses = usualPauses, ending, later, changed } = parts;
  const counters = countersOf(parts);
  const counterOf = (name: string) => counters.find(({ system }) => system.name === name);

  const ended = async (id: Id): Promise<void> => {
    const posting = await postings.get(id);
    if (posting?.state === 'unsure') checkAgain(id);
    if (posting?.owner) changed(posting.owner);
    await standings.show(id);
  };

  /** Plans of which a summary is due, where comments can't be edited, before everything is done. */
  const due = new Set<string>();
  // One at a time for each plan: an order of an earlier state would undo a later one.
  const bringUp = sharedSync(async (plan) => {
    const isDue = due.delete(plan);
    const rows = postings.list({ checklist: plan }).filter(({ facts }) => facts.link !== '');
    for (const { id, facts } of rows) {
      const counter = counterOf(facts.system);
      const made = counter && (await orderOf(plan, facts.ticket, facts.owner === '' ? null : facts.owner));
      if (!made) continue;
      const { now, order } = made;
      if (await keepUp(counter.desk, counter.system, order, isDue || allDone(now.plan, now.kept))) await ended(id);
    }
  });

  const bringUpLater = (plan: Id) => later('bringing a ticket up to date', () => bringUp(plan));
  /** Shows what became of a posting, and brings it up to date: what was done about the plan meanwhile isn't in it. */
  const brought = async ({ system, ticket, checklist, state }: Posting): Promise<void> => {
    await ended(postingId(system, ticket, checklist));
    if (state === 'posted') await bringUp(checklist);
  };
  const checkAgain = checksOf(parts, pauses, counterOf, brought);

  return {
    some: opened.length > 0,
    choose(ticket) {
      const { entry, number } = chooseSystem(
        opened.map((one) => one.entry),
        ticket,
      );
      const counter = counterOf(entry.name);
      if (!counter) throw new Error(`no system ${entry.name}`);
      return { ...counter, number };
    },
    async post({ desk, system }, order, user) {
      const { ticket, checklist } = order;
      const begun = { title: order.whole.title, ticket, checklist, system: system.name };
      const telling = standings.begin(user, { ...begun, state: 'posting', reason: null, link: null, parts: [] });
      // What can't be told is posted all the same, and looked at again.
      const both = await Promise.allSettled([post(desk, system, order), telling]);
      const shown = await Promise.allSettled([ended(postingId(system.name, ticket, checklist))]);
      for (const one of [...both, ...shown]) if (one.status === 'rejected' && !ending.aborted) throw one.reason;
    },
    ticked: opened.length === 0 ? () => undefined : afterPause(pauses.tick, ending, bringUpLater),
    acknowledged(id) {
      due.add(id);
      bringUpLater(id);
    },
    goOn() {
      for (const { desk, system } of counters)
        later(`finishing what is unfinished in ${system.name}`, async () => {
          const finished = await finishAll(desk, [system]);
          for (const { posting } of finished) await brought(posting);
        });
    },
    newest: (user) => postings.list({ owner: user }).slice(0, listed),
  };
}
