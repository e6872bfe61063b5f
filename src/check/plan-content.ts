import type { Plan } from '../guide/plan-shape.js';

/** Answers what a plan tells a person to do, apart from the sources of its settings and from the answers themselves. */
export function planContent(plan: Plan): string {
  return JSON.stringify([
    plan.verdict,
    plan.open.map(({ word }) => word),
    plan.blockers.map(({ fact }) => fact),
    plan.settings
      .filter(({ word }) => plan.answers[word] === undefined)
      .map(({ word, values, force }) => [word, values, force]),
    plan.checklist.map(({ fact, holds }) => [fact, holds]),
    plan.warnings.map(({ fact, holds }) => [fact, holds]),
    plan.procedures.map(({ fact, holds }) => [fact, holds]),
    plan.derived,
  ]);
}
