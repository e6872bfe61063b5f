import { type FaultRule, faultRules } from '../guide/fault-rules.js';
import type { Fault } from '../guide/reading.js';
import type { TextPlace } from './places.js';

/** What a fault says, without its kind and its place. */
export interface Said {
  /** Where the kind of fault has none of its own. */
  readonly level?: Fault['level'];
  readonly word?: string | null;
  readonly actual?: string;
  readonly expected?: readonly string[];
  readonly message: string;
  readonly fix?: Fault['fix'];
}

/** So much of a text is repeated. */
const longest = 200;

/** Answers a fault of a kind at a place, as bad as its kind. */
export function fault(rule: FaultRule, { line, column }: TextPlace, said: Said): Fault {
  const { level = 'error', word = null, actual = '', expected = [], message, fix = null } = said;
  const own = faultRules[rule].level ?? level;
  return { rule, level: own, word, actual: clip(actual, longest), expected, message, fix, line, column };
}

/** Answers a text on one line, short enough to be repeated; a back-tick that ends a line goes with it. */
export function clip(text: string, most = 60): string {
  const line = text
    .slice(0, 2 * most)
    .replace(/(?:`?\s)+/g, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** Answers a text in quotes, for a message. */
export const quoted = (text: string): string => `"${clip(text)}"`;
