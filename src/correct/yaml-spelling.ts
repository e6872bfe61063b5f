import { distance } from 'fastest-levenshtein';
import { fits, readGiven, squash, wordCalled } from '../config/names.js';
import type { Fault } from '../guide/reading.js';
import { readValue } from '../guide/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Guess } from './guesses.js';
import type { Statement } from './yaml-statements.js';

/** A word or a value that is misspelt, and what was probably meant. */
export interface Misspelt extends Guess {
  readonly statement: Statement;
  /** The word as it is to be written; null where it is written right. */
  readonly name: string | null;
  readonly rule: string;
}

/** Answers the misspelt words and values among the statements of a config. */
export const misspeltIn = (knowledge: Knowledge, statements: readonly Statement[], subject: number): Misspelt[] =>
  statements.flatMap((statement) =>
    statement.faults.flatMap((fault) => {
      if (fault.subject !== subject || statement.states.length > 0) return [];
      const found =
        fault.rule === 'input/unknown-word' ? wordMeant(knowledge, statement, fault) : valueMeant(knowledge, fault);
      return found ? [{ ...found, statement, rule: fault.rule }] : [];
    }),
  );

type Meant = Pick<Misspelt, 'word' | 'value' | 'name' | 'clears'>;

/** A word is only put in the place of a name that is a slip away from it, before a value that it can have. */
function wordMeant(knowledge: Knowledge, { leaf }: Statement, { expected: [near = ''] }: Fault): Meant | null {
  const word = wordCalled(knowledge, near);
  const [wanted, written] = [squash(near), squash(leaf.key)];
  if (!word || !leaf.value || distance(wanted, written) > Math.min(2, Math.floor(wanted.length / 4))) return null;
  const read = fits(word, leaf.value) ? readGiven(word, leaf.value) : null;
  return read && 'value' in read ? { word: word.id, value: read.value, name: word.id, clears: 0 } : null;
}

function valueMeant({ wordById }: Knowledge, { rule, fix }: Fault): Meant | null {
  const [id, text] = Object.entries(fix ?? {})[0] ?? [];
  const word = wordById.get(id ?? '');
  const read = word && text !== undefined && rule === 'input/unknown-value' ? readValue(word, text) : null;
  return word && read && 'value' in read ? { word: word.id, value: read.value, name: null, clears: 1 } : null;
}
