/// <reference types="vite/client" />
import fc from 'fast-check';

/** Whether the campaigns run at full length: `npm run test:long`. */
const whole = import.meta.env.MODE === 'whole';

/** One seed in `npm test`, so that it finds the same each time; a new one each time the campaigns run whole. */
fc.configureGlobal(whole ? { numRuns: 2000 } : { seed: 20_261_120, numRuns: 100 });

/** Answers how often a property is tried: in `npm test` a twentieth of the campaign, or another share. */
export const runs = (few: number, share = 20): { numRuns: number } => ({ numRuns: whole ? few * share : few });

/** Answers the items that are tried: in `npm test` every third one, all of them in the whole campaign. */
export const tried = <T>(items: readonly T[]): readonly T[] => items.filter((_, at) => whole || at % 3 === 0);

/** How often a reader is fuzzed. */
export const fuzz = runs(1_000, 100);

/** How long a fuzz test may take, in milliseconds. */
export const patience = whole ? 30 * 60_000 : 60_000;
