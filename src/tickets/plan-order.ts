import type { Page } from '../formats/index.js';
import type { Judged } from '../formats/reports.js';
import type { Answers } from '../guide/answers.js';
import type { Plan } from '../guide/plan-shape.js';
import { type AcknowledgeRule, gateOf } from '../plans/gate.js';
import type { KeptPlan } from '../plans/kept-plan.js';
import { confirmedName, titleOf } from '../plans/names.js';
import { planSeal } from '../plans/seal.js';
import { progress, tickedItems } from '../plans/ticks.js';
import { type Subject, ticketDocument } from './document.js';
import { sealOf } from './marker.js';
import type { Order } from './order.js';
import { progressDocument } from './progress-document.js';

/** A plan that is to be posted. */
export interface Posted {
  readonly ticket: string;
  /** What tells the plan from others: its id where it is kept, else its answers. */
  readonly checklist: string;
  readonly plan: Plan;
  readonly answers: Answers;
  /** The plan as it is kept; null where it isn't, and nobody can have ticked or acknowledged anything. */
  readonly kept: KeptPlan | null;
  readonly rule: AcknowledgeRule;
  readonly judged: Judged | null;
  readonly link: string | null;
  readonly nameOf: (person: string) => string;
}

/** Answers the order that posts a plan. */
export function orderFor(posted: Posted, page: Page): Order {
  const { ticket, checklist, plan, answers, kept, rule, judged, link, nameOf } = posted;
  const acknowledgements = kept ?? { ...nobody, answers: [] };
  const subject: Subject = {
    plan,
    title: titleOf(page.knowledge, answers),
    ticks: kept?.ticks ?? [],
    gate: gateOf(plan, confirmedName(page.knowledge, answers), acknowledgements, rule),
    judged,
    link,
    nameOf,
  };
  const { gate, title, ticks } = subject;
  return {
    ticket,
    checklist,
    owner: kept?.owner ?? null,
    whole: ticketDocument(subject, page),
    progress: progressDocument(subject),
    plan: sealOf([title, planSeal(plan), judged?.report ?? null]),
    done: sealOf([
      gate.state === 'acknowledged' ? gate.by : gate.state,
      ...tickedItems(plan, ticks).map(({ key, tick }) => (tick?.done ? [key, tick.by, tick.at] : key)),
    ]),
  };
}

const nobody: Omit<KeptPlan, 'answers'> = {
  owner: 'nobody',
  ticks: [],
  acknowledgements: [],
  shares: [],
  people: {},
  created: '1970-01-01T00:00:00.000Z',
  changed: '1970-01-01T00:00:00.000Z',
};

/** Answers whether everything on the checklist is done. */
export function allDone(plan: Plan, kept: KeptPlan): boolean {
  const { done, of } = progress(plan, kept.ticks);
  return of > 0 && done === of;
}
