import { rarity } from './everyday.js';
import type { Finder } from './finder.js';
import { type Term, termsOf } from './lexicon.js';
import { mend } from './spelling.js';
import { tokens } from './tokens.js';

/** Answers the terms of a question, typing errors mended. */
export const questionTerms = (finder: Finder, text: string): Term[] =>
  termsOf(finder.lexicon, mend(finder.dictionary, tokens(text)));

/** How much a word tells that no entry has: little if it is an everyday one. */
const strange = [1, 1.5, 2.5] as const;
const strangest = 5;

/** A number tells little of what a question is about: it is read as a version or a size. */
const numberWeight = 1.5;

function strangerWeight(word: string): number {
  const rare = rarity(word);
  return /\d/.test(word) ? 1 : ((rare === null ? undefined : strange[rare]) ?? strangest);
}

/** Answers the terms that say something, each with how much it tells. */
export function weighed({ tells }: Finder, terms: readonly Term[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { text, filler, words } of terms) {
    if (filler) continue;
    const known = tells.get(text) ?? strangerWeight(words[0] ?? '');
    weights.set(text, /\d/.test(text) ? Math.min(known, numberWeight) : known);
  }
  return weights;
}
