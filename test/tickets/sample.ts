import { readAnswers, readPath } from '../../src/guide/answers.js';
import { makePlan } from '../../src/guide/plan.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import type { KeptPlan } from '../../src/plans/kept-plan.js';
import { ticked, tickedItems } from '../../src/plans/ticks.js';
import type { Order } from '../../src/tickets/order.js';
import { orderFor } from '../../src/tickets/plan-order.js';
import { fresh, risky } from '../plans/kept.js';

export const knowledge = readKnowledge();
export const page = { knowledge, colours: false };
const day = '2026-11-20';

/** Answers a plan of these answers, and the answers themselves. */
export function planOf(path: string) {
  const { answers } = readAnswers(knowledge, readPath(path).pairs);
  return { answers, plan: makePlan(knowledge, answers, day) };
}

export const at = '2026-11-20T09:30:00.000Z';
export const rule = { may: () => true, otherPerson: false };

/** Answers the kept plan with so many of its items done. */
export function withTicks(kept: KeptPlan, path: string, count: number, by = 'Ann'): KeptPlan {
  const { plan } = planOf(path);
  const keys = tickedItems(plan, kept.ticks).map(({ key }) => key);
  return ticked(kept, plan, keys.slice(0, count), keys, by, at);
}

/** Answers an order that posts a plan, with so many items done. */
export function orderOf(ticket: string, done: number | 'all' = 0, checklist = 'sample', path = risky): Order {
  const { plan, answers } = planOf(path);
  const count = done === 'all' ? tickedItems(plan, []).length : done;
  const kept = withTicks(fresh, path, count);
  const about = { judged: null, link: 'https://example.slack.com/archives/C1/p1', nameOf: (person: string) => person };
  return orderFor({ ticket, checklist, plan, answers, kept, rule, ...about }, page);
}
