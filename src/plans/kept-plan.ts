import * as v from 'valibot';

const moment = v.pipe(v.string(), v.isoTimestamp());
const person = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

const tick = v.strictObject({
  /** The fact of the item, and the seal of its text: another text is another item. */
  fact: v.string(),
  seal: v.string(),
  done: v.boolean(),
  by: person,
  at: moment,
});

const acknowledgement = v.strictObject({
  by: person,
  at: moment,
  /** The facts whose risks were named. */
  facts: v.array(v.string()),
  collection: v.string(),
  /** What the plan was when it was acknowledged. */
  seal: v.string(),
});

const share = v.strictObject({
  channel: v.string(),
  /** The message, and the ones in its thread that hold the rest of the plan. */
  message: v.string(),
  thread: v.array(v.string()),
  by: person,
  at: moment,
});

/** The shape a plan is kept in. Only answers are kept: everything that follows from them is computed anew. */
export const keptPlan = v.strictObject({
  owner: person,
  answers: v.array(v.tuple([v.string(), v.union([v.string(), v.array(v.string())])])),
  ticks: v.array(tick),
  acknowledgements: v.array(acknowledgement),
  shares: v.array(share),
  /** What those who did something here are called: a name calls nobody. */
  people: v.record(person, v.string()),
  created: moment,
  changed: moment,
});

/** A plan as it is kept: whose it is, what was answered, ticked and acknowledged, and where it is shared. */
export type KeptPlan = v.InferOutput<typeof keptPlan>;
/** Who ticked an item of the checklist, or took the tick away, and when (ISO). */
export type Tick = v.InferOutput<typeof tick>;
/** Who acknowledged the risks of a plan, and when (ISO). */
export type Acknowledgement = v.InferOutput<typeof acknowledgement>;
/** A message in a channel that shows the plan. */
export type Share = v.InferOutput<typeof share>;
