import type { Knowledge } from '../knowledge/knowledge.js';
import type { Property, Use } from '../knowledge/marks.js';
import type { Properties } from './printed-object.js';
import { readBits, readBoolean } from './printed-values.js';

/** Whether a printed property is in use; `unknown` where the object can't tell. */
export type InUse = 'yes' | 'no' | 'unknown';

/**
 * Answers whether the object was printed with its lazy properties. With -Fast they are empty or false, and prove
 * nothing; a deployment without any date in use doesn't exist otherwise.
 */
export function isComplete(knowledge: Knowledge, object: Properties): boolean {
  const uses = knowledge.words.flatMap(({ marks }) => marks.properties.flatMap(({ enabled }) => enabled));
  return uses.some((use) => (use.bits === null ? truth(object, use) === true : bitsOf(object, use) !== 0));
}

/** Answers whether a property is in use: by its bit, else by the property that says so. */
export function inUse(object: Properties, property: Property, complete: boolean): InUse {
  for (const use of property.enabled) {
    const bits = use.bits === null ? 0 : bitsOf(object, use);
    if (use.bits !== null && bits !== 0) return (bits & use.bits) === 0 ? 'no' : 'yes';
  }
  for (const use of property.enabled) {
    const said = use.bits === null ? truth(object, use) : null;
    if (said === true) return 'yes';
    if (said === false && complete) return 'no';
  }
  return 'unknown';
}

/** Answers whether a property is printed in UTC, where no word says so. */
export const isUtc = (object: Properties, property: Property): boolean =>
  property.utc.some((use) =>
    use.bits === null ? truth(object, use) === true : (bitsOf(object, use) & use.bits) !== 0,
  );

const truth = (object: Properties, use: Use) => readBoolean(object.get(use.property.toLowerCase())?.text ?? '');

/** No bits at all are those of an object whose lazy properties weren't read. */
const bitsOf = (object: Properties, use: Use): number =>
  readBits(object.get(use.property.toLowerCase())?.text ?? '') ?? 0;
