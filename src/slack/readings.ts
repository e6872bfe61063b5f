import * as v from 'valibot';
import type { Answers } from '../guide/answers.js';
import { type Id, idIn } from '../store/id.js';
import type { Kind } from '../store/kind.js';
import type { Entries } from '../store/port.js';
import { readShape } from '../store/read-shape.js';

const keptReading = v.strictObject({
  answers: v.array(v.tuple([v.string(), v.union([v.string(), v.array(v.string())])])),
  /** The plan that each person opened with it. */
  plans: v.record(v.string(), v.string()),
});

/** What was read from a posted text, for the guide to start with. */
export type KeptReading = v.InferOutput<typeof keptReading>;

/** Answers the kind of entry that readings are. */
export const readingKind = (days: number): Kind<KeptReading, never> => ({
  name: 'readings',
  version: 1,
  migrations: [],
  read: readShape(keptReading),
  facts: {},
  days,
});

/** What was read from posted texts. */
export interface Readings {
  keep(answers: Answers): Promise<Id>;
  /** Answers the reading with this id; null where there is none any more, or the text is no id. */
  find(
    id: string,
  ): Promise<{ readonly id: Id; readonly answers: Answers; readonly planOf: (user: string) => string } | null>;
  /** Takes down the plan that somebody opened with a reading. */
  opened(id: Id, user: string, plan: Id): Promise<void>;
}

/** Answers the readings among these entries. */
export const readingsIn = (entries: Entries<KeptReading, never>): Readings => ({
  keep: (answers) =>
    entries.add({
      answers: [...answers].map(([word, value]) => [word, typeof value === 'string' ? value : [...value]]),
      plans: {},
    }),
  async find(text) {
    const id = idIn(text);
    const kept = id === null ? undefined : await entries.get(id);
    if (id === null || !kept) return null;
    return { id, answers: new Map(kept.answers), planOf: (user) => kept.plans[user] ?? '' };
  },
  async opened(id, user, plan) {
    await entries.update(id, (kept) => kept && { ...kept, plans: { ...kept.plans, [user]: plan } });
  },
});
