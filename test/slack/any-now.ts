import type { Plan } from '../../src/guide/plan-shape.js';
import type { KeptPlan } from '../../src/plans/kept-plan.js';
import type { PlanNow } from '../../src/slack/plan-now.js';
import { newId } from '../../src/store/id.js';
import { fresh } from '../plans/kept.js';

/** Answers a plan as one that is kept, with these answers and this done on it. */
export const nowOf = (plan: Plan, kept: KeptPlan = fresh, gate: PlanNow['gate'] = { state: 'free' }): PlanNow => ({
  id: newId(),
  kept,
  answers: new Map(kept.answers),
  plan,
  gate,
  edition: 'AbC-_90123456789',
});
