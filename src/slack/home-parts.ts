import { isOpen } from '../plans/gate.js';
import type { Row } from '../store/port.js';
import type { PostingFact } from '../tickets/posting.js';
import type { Bot } from './bot.js';
import { newestPlans } from './plan-list.js';
import type { PlanNow } from './plan-now.js';

/** What stands on a Home. */
export interface HomeParts {
  readonly own: readonly PlanNow[];
  /** How many plans they have in all. */
  readonly count: number;
  /** Shared plans whose risks they may acknowledge; null where nobody can tell whether they may. */
  readonly waiting: readonly PlanNow[] | null;
  /** Their newest postings to tickets. */
  readonly postings: readonly Row<PostingFact>[];
}

/** Answers what stands on somebody's Home. */
export async function homeParts(user: string, mayAcknowledge: boolean | null, bot: Bot): Promise<HomeParts> {
  const { shown, count } = await newestPlans(user, bot);
  const waiting = mayAcknowledge === null ? null : mayAcknowledge ? await waitingFor(user, bot) : [];
  return { own: shown, count, waiting, postings: bot.tickets.newest(user) };
}

/** Answers the newest shared plans that wait for somebody who may acknowledge. */
async function waitingFor(user: string, { plans, setup }: Bot): Promise<PlanNow[]> {
  const rows = plans.list({ shared: 'yes' }).slice(0, lookedAt);
  const shared = await Promise.all(rows.map(({ id }) => plans.find(id)));
  const second = setup.acknowledge['second-person'];
  return shared
    .flatMap((now) => (now && waits(now) && !(second && now.kept.owner === user) ? [now] : []))
    .slice(0, waitingShown);
}

/** Whether a plan waits for somebody to acknowledge its risks. */
export const waits = ({ kept, plan, gate }: PlanNow): boolean =>
  kept.shares.length > 0 && plan.verdict === 'ready' && !isOpen(gate);

const lookedAt = 50;
const waitingShown = 10;
