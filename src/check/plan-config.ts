import type { Plan } from '../guide/plan-shape.js';
import type { Finding } from '../guide/report-shape.js';
import { validate } from '../guide/validate.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** What a config states, word → value. */
export type Config = ReadonlyMap<string, string>;

/** Answers the config that a plan is: its answers, and its settings with one value left. */
export const planConfig = ({ answers, settings }: Plan): Config =>
  new Map([
    ...Object.entries(answers),
    ...settings.flatMap(({ word, values: [value, ...others], free }): [string, string][] =>
      value === undefined || others.length > 0 || free ? [] : [[word, value]],
    ),
  ]);

/** Answers the errors that the validator finds in a config, a word a line, on a day (YYYY-MM-DD). */
export function errorsIn(knowledge: Knowledge, config: Config, today: string): Finding[] {
  const stated = [...config].map(([word, value], at) => ({ word, value, text: value, line: at + 1, column: 1 }));
  const reading = { input: 'config' as const, subjects: [{ stated, faults: [] }], unread: [] };
  return validate(knowledge, 'plan', reading, new Map(), today).findings.filter(({ level }) => level === 'error');
}
