import * as v from 'valibot';
import type { Id } from '../store/id.js';
import type { Kind } from '../store/kind.js';
import type { Entries } from '../store/port.js';
import { readShape } from '../store/read-shape.js';

const keptConfig = v.strictObject({ text: v.string() });

/** A config that was judged against a plan. Only the text is kept: what is wrong with it is told anew. */
export type KeptConfig = v.InferOutput<typeof keptConfig>;

/** Answers the kind of entry that these configs are; each has the id of its plan. */
export const configKind = (days: number): Kind<KeptConfig, never> => ({
  name: 'judged-configs',
  version: 1,
  migrations: [],
  read: readShape(keptConfig),
  facts: {},
  days,
});

/** The configs that were judged against plans: the newest of each. */
export interface JudgedConfigs {
  keep(plan: Id, text: string): Promise<void>;
  /** Answers the text that was judged against a plan last; null where none was. */
  of(plan: Id): Promise<string | null>;
  /** Forgets what was judged against a plan. */
  forget(plan: Id): Promise<void>;
}

/** Answers the configs among these entries. */
export const judgedConfigsIn = (entries: Entries<KeptConfig, never>): JudgedConfigs => ({
  keep: (plan, text) => entries.put(plan, { text }),
  async of(plan) {
    return (await entries.get(plan))?.text ?? null;
  },
  async forget(plan) {
    await entries.delete(plan);
  },
});
