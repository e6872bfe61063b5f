import type { Answers } from '../guide/answers.js';
import type { Plan } from '../guide/plan-shape.js';
import { type Gate, gateOf } from '../plans/gate.js';
import type { KeptPlan } from '../plans/kept-plan.js';
import { textSeal } from '../plans/seal.js';
import type { Id } from '../store/id.js';
import type { Guide } from './guide.js';
import { cut } from './mrkdwn.js';

/** A kept plan, and what follows from it as the knowledge is now. */
export interface PlanNow {
  readonly id: Id;
  readonly kept: KeptPlan;
  readonly answers: Answers;
  readonly plan: Plan;
  readonly gate: Gate;
  /** Other answers are another edition: what was made of an earlier one doesn't act on this one. */
  readonly edition: string;
}

/** Answers a kept plan with what follows from it. */
export function planNow(id: Id, kept: KeptPlan, guide: Guide, otherPerson: boolean): PlanNow {
  const answers: Answers = new Map(kept.answers);
  const plan = guide.plan(answers);
  const gate = gateOf(plan, guide.collection(answers), kept, { may: () => false, otherPerson });
  return { id, kept, answers, plan, gate, edition: textSeal(guide.path(answers)) };
}

/** Answers the kept plan with other answers; the same object where they are the same. */
export function withAnswers(kept: KeptPlan, answers: Answers, at: string): KeptPlan {
  const next = [...answers].map(([word, value]): KeptPlan['answers'][number] => [
    word,
    typeof value === 'string' ? value : [...value],
  ]);
  return JSON.stringify(next) === JSON.stringify(kept.answers) ? kept : { ...kept, answers: next, changed: at };
}

/** Answers the kept plan with what somebody is called; the same object where that is known. */
export const withName = (kept: KeptPlan, user: string, name: string): KeptPlan =>
  name === '' || kept.people[user] === name ? kept : { ...kept, people: { ...kept.people, [user]: name } };

/** Answers what somebody is called in a plan, never so that it calls them. */
export const nameIn = ({ people }: KeptPlan, user: string): string => cut(people[user] ?? user, 80);
