import * as v from 'valibot';
import { type Id, idFor } from '../store/id.js';
import type { Kind } from '../store/kind.js';
import { readShape } from '../store/read-shape.js';
import { anonymous } from './anonymous.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The shape a miss is kept in: nobody's name or id stands in it. */
const keptMiss = v.strictObject({
  question: v.string(),
  /** How often it wasn't answered, and how often its answer was said to be wrong. */
  unanswered: count,
  wrong: count,
  /** The facts of the answer that was last said to be wrong. */
  facts: v.array(v.string()),
  /** When it was first and last asked (ISO). */
  first: v.string(),
  last: v.string(),
});

/** A question that wasn't answered, or was answered wrong. */
export type KeptMiss = v.InferOutput<typeof keptMiss>;

/** Answers the kind of entry that misses are. */
export const missKind = (days: number): Kind<KeptMiss, never> => ({
  name: 'misses',
  version: 1,
  migrations: [],
  read: readShape(keptMiss),
  facts: {},
  days,
});

/** A miss as it happened: what was asked, oldest first, and the facts of an answer that was wrong, or null. */
export interface Miss {
  readonly asked: readonly string[];
  readonly wrong: readonly string[] | null;
}

/** Answers the id and text under which a miss is counted; null where nothing is left of it. */
export function missedQuestion({ asked }: Miss): { id: Id; question: string } | null {
  const question = asked
    .map(anonymous)
    .filter((one) => one !== '')
    .join(' › ');
  return question === '' ? null : { id: idFor(question), question };
}

/** Answers what is kept of a question once it was missed once more, at a time (ISO). */
export function countedMiss(kept: KeptMiss | undefined, question: string, { wrong }: Miss, at: string): KeptMiss {
  const before = kept ?? { question, unanswered: 0, wrong: 0, facts: [], first: at, last: at };
  return wrong === null
    ? { ...before, unanswered: before.unanswered + 1, last: at }
    : { ...before, wrong: before.wrong + 1, facts: [...wrong], last: at };
}
