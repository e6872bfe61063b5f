import type { Word } from '../knowledge/vocabulary.js';
import { type Names, squash } from './names.js';

/** A word named in a line, with what stands behind it up to the next one. */
export interface Anchor {
  readonly word: Word;
  /** Where its name, and the value behind it, start in the line. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
  /** Whether other text stands before it. */
  readonly inText: boolean;
  /** Whether a table's edge stands between name and value. */
  readonly edge: boolean;
}

/** Behind so many names in one line, the rest of it belongs to the last one. */
const mostNames = 200;

/** Answers the words that a line names before a colon, an equals sign or the edge of a table's cell. */
export function anchorsIn(names: Names, line: string, begin: number): Anchor[] {
  const found: Omit<Anchor, 'to'>[] = [];
  let segment = begin;
  for (let index = begin; index < line.length && found.length < mostNames; index++) {
    const separator = line.charAt(index);
    if (separator !== ':' && separator !== '=' && separator !== '|' && separator !== '\t') continue;
    const named = nameBefore(names, line, segment, index);
    segment = index + 1;
    if (!named) continue;
    const inText = found.length === 0 ? /[\p{L}\p{N}]/u.test(line.slice(begin, named.start)) : false;
    // Only at its start does a table's edge tell a name from a value.
    const edge = separator === '|' || separator === '\t';
    if (!edge || (found.length === 0 && !inText)) found.push({ ...named, from: index + 1, inText, edge });
  }
  return found.map((anchor, at) => ({ ...anchor, to: found[at + 1]?.start ?? line.length }));
}

/** The word with the longest name that ends at `end`. */
function nameBefore(names: Names, line: string, begin: number, end: number): { word: Word; start: number } | null {
  let folded = '';
  let best: { word: Word; start: number } | null = null;
  for (let to = end; ; ) {
    while (to > begin && isSpace(line, to - 1)) to--;
    let from = to;
    while (from > begin && !isSpace(line, from - 1)) from--;
    if (from === to || to - from > 2 * names.longest) return best;
    const piece = squash(line.slice(from, to));
    folded = piece + folded;
    if (folded.length > names.longest) return best;
    const word = piece === '' ? undefined : names.words.get(folded);
    if (word) best = { word, start: from };
    to = from;
  }
}

/** What stands between the words of a name, or before it. */
const isSpace = (line: string, at: number) => ' \t,;{'.includes(line.charAt(at));
