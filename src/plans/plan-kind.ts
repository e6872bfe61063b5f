import type { Answers } from '../guide/answers.js';
import type { Kind } from '../store/kind.js';
import { readShape } from '../store/read-shape.js';
import { type KeptPlan, keptPlan } from './kept-plan.js';

/** What the index knows of a plan without reading it. */
export type PlanFact = 'owner' | 'title' | 'shared';

/** Says what answers make a plan be called. */
interface Titles {
  title(answers: Answers): string;
}

/** Answers the kind of entry that plans are: found by their owner, or by being shared. */
export const planKind = (titles: Titles, days: number): Kind<KeptPlan, PlanFact> => ({
  name: 'plans',
  version: 1,
  migrations: [],
  read: readShape(keptPlan),
  facts: {
    owner: ({ owner }) => owner,
    title: ({ answers }) => titles.title(new Map(answers)),
    shared: ({ shares }) => (shares.length > 0 ? 'yes' : 'no'),
  },
  days,
});
