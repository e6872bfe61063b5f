/// <reference types="vite/client" />
import fc from 'fast-check';

/** Whether the campaigns run at full length: `npm run test:long`. */
const whole = import.meta.env.MODE === 'whole';

/** One seed in `npm test`, so that it finds the same each time; a new one each time the campaigns run whole. */
fc.configureGlobal(whole ? { numRuns: 2000 } : { seed: 20_261_120, numRuns: 100 });

/** Answers how often a property is tried: a twentieth of the campaign in `npm test`. */
export const runs = (few: number): { numRuns: number } => ({ numRuns: whole ? few * 20 : few });
