import * as v from 'valibot';
import { type KeptPlan, keptPlan } from '../plans/kept-plan.js';
import type { Kind } from '../store/kind.js';
import type { Guide } from './guide.js';

/** What the index knows of a plan without reading it. */
export type PlanFact = 'owner' | 'title' | 'shared';

/** Answers the kind of entry that plans are: found by their owner, or by being shared. */
export const planKind = (guide: Pick<Guide, 'title'>, days: number): Kind<KeptPlan, PlanFact> => ({
  name: 'plans',
  version: 1,
  migrations: [],
  read(value) {
    const read = v.safeParse(keptPlan, value);
    return read.success ? { value: read.output } : { wrong: v.summarize(read.issues) };
  },
  facts: {
    owner: ({ owner }) => owner,
    title: ({ answers }) => guide.title(new Map(answers)),
    shared: ({ shares }) => (shares.length > 0 ? 'yes' : 'no'),
  },
  days,
});
