import type { Answers } from '../guide/answers.js';
import type { Input } from '../guide/reading.js';
import { type CanWrite, type Settled, settle } from '../guide/settle.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** What a correction judges on: what is set beside the text, and the day (YYYY-MM-DD). */
export interface Setting {
  readonly knowledge: Knowledge;
  readonly set: Answers;
  readonly today: string;
  /** What the text is, where the correction isn't it but says what to change in it. */
  readonly origin?: Input;
}

/** A value that was probably meant, where the text has none that can be read. */
export interface Guess {
  readonly word: string;
  readonly value: string | readonly string[];
  /** How many errors go with it. */
  readonly clears: number;
}

/** What a text states with the guesses that are worth it, settled. */
export interface Guessed<G extends Guess> {
  readonly settled: Settled;
  readonly taken: readonly G[];
}

/** Answers what a text states with those guesses that leave no more errors than there were. */
export function withGuesses<G extends Guess>(
  { knowledge, set, today }: Setting,
  own: Answers,
  guesses: readonly G[],
  canWrite: CanWrite,
): Guessed<G> {
  let answers = own;
  let settled = settle(knowledge, answers, set, today, canWrite);
  const taken: G[] = [];
  for (const guess of guesses) {
    if (answers.has(guess.word)) continue;
    const more = new Map([...answers, [guess.word, guess.value] as const]);
    const then = settle(knowledge, more, set, today, canWrite);
    if (errorsIn(then) > errorsIn(settled) + guess.clears) continue;
    answers = more;
    settled = then;
    taken.push(guess);
  }
  return { settled, taken };
}

/** A finding for each broken row, or for a contradiction. */
const errorsIn = ({ broken }: Settled): number => broken.reduce((sum, { rows }) => sum + Math.max(1, rows.length), 0);
