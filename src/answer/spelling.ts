import { distance } from 'fastest-levenshtein';
import { rarity } from './everyday.js';

/** The words that can be meant, by their first letter. */
export interface Dictionary {
  readonly words: ReadonlySet<string>;
  readonly byStart: ReadonlyMap<string, readonly string[]>;
}

/** Answers a dictionary of words. */
export function dictionaryOf(words: Iterable<string>): Dictionary {
  const all = new Set(words);
  const byStart = new Map<string, string[]>();
  for (const word of [...all].sort()) {
    if (!/^[a-z]{4,}$/.test(word)) continue;
    const some = byStart.get(word[0] ?? '');
    if (some) some.push(word);
    else byStart.set(word[0] ?? '', [word]);
  }
  return { words: all, byStart };
}

/** Answers the words with typing errors mended where one known word is near; others stay as they are. */
export function mend(dictionary: Dictionary, words: readonly string[]): string[] {
  return words.flatMap((word) => {
    if (dictionary.words.has(word) || rarity(word) !== null || !/^[a-z]{4,24}$/.test(word)) return [word];
    const near = nearestOf(dictionary, word);
    return near !== null ? [near] : (split(dictionary, word) ?? [word]);
  });
}

/** Letters that are exchanged, left out or doubled are likelier than another letter in their place. */
const exchanged = 0.5;
const lost = 0.2;

function nearestOf({ byStart }: Dictionary, word: string): string | null {
  const allowed = word.length < 8 ? 1 : 2;
  let best: string | null = null;
  let least = allowed + 1;
  const candidates = [...(byStart.get(word[0] ?? '') ?? []), ...(byStart.get(word[1] ?? '') ?? [])];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const far = swapped(word, candidate)
      ? exchanged
      : distance(word, candidate) - (candidate.length === word.length ? 0 : lost);
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

/** Whether two neighbouring letters are exchanged, and nothing else. */
function swapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  return (
    at < word.length - 1 &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2)
  );
}

/** Two known words written as one. */
function split({ words }: Dictionary, word: string): string[] | null {
  for (let at = word.length - 3; at >= 3; at--) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (words.has(first) && words.has(second)) return [first, second];
  }
  return null;
}
