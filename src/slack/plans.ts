import type { Answers } from '../guide/answers.js';
import type { KeptPlan } from '../plans/kept-plan.js';
import type { PlanFact } from '../plans/plan-kind.js';
import { type Id, idIn } from '../store/id.js';
import type { Entries, Row } from '../store/port.js';
import type { Guide } from './guide.js';
import { type PlanNow, planNow, withAnswers } from './plan-now.js';

/** The plans that are kept. What a promise answers is on the disk by then. */
export interface Plans {
  /** Keeps a new plan; without answers it is the one without answers that its owner has already. */
  start(owner: { user: string; name: string }, answers: Answers): Promise<PlanNow>;
  /** Answers the plan with this id; null where there is none, or the text is no id. */
  find(id: string): Promise<PlanNow | null>;
  /** Keeps what `change` makes of a plan; null where there is none. What `change` throws, this throws. */
  change(id: string, change: (now: PlanNow) => KeptPlan): Promise<PlanNow | null>;
  remove(id: Id): Promise<boolean>;
  /** Answers what the index holds of somebody's plans that have answers, or of all that are shared; the newest first. */
  list(where: { owner: string } | { shared: 'yes' }): Row<PlanFact>[];
  /** The time as plans take it down. */
  moment(): string;
}

/** Answers the plans among these entries. */
export function plansIn(
  entries: Entries<KeptPlan, PlanFact>,
  guide: Guide,
  otherPerson: boolean,
  now: () => number,
): Plans {
  const moment = () => new Date(now()).toISOString();
  const untouched = guide.title(new Map());
  const nowOf = (id: Id, kept: KeptPlan) => planNow(id, kept, guide, otherPerson);
  return {
    async start({ user, name }, answers) {
      const [again] = answers.size === 0 ? entries.list({ owner: user, title: untouched }) : [];
      const left = again && (await entries.get(again.id));
      if (again && left?.answers.length === 0) return nowOf(again.id, left);
      const at = moment();
      const empty: KeptPlan = {
        owner: user,
        answers: [],
        ticks: [],
        acknowledgements: [],
        shares: [],
        people: name === '' ? {} : { [user]: name },
        created: at,
        changed: at,
      };
      const kept = withAnswers(empty, answers, at);
      return nowOf(await entries.add(kept), kept);
    },
    async find(text) {
      const id = idIn(text);
      const kept = id === null ? undefined : await entries.get(id);
      return id !== null && kept ? nowOf(id, kept) : null;
    },
    async change(text, change) {
      const id = idIn(text);
      if (id === null) return null;
      const kept = await entries.update(id, (before) => before && change(nowOf(id, before)));
      return kept ? nowOf(id, kept) : null;
    },
    remove: (id) => entries.delete(id),
    list: (where) => entries.list(where).filter(({ facts }) => facts.title !== untouched),
    moment,
  };
}
