import { stemmer } from 'stemmer';
import type { Speech } from '../knowledge/speech.js';
import { tokens } from './tokens.js';

/** A term of a text: the stem of a word, or of the term that a phrase is another way to write. */
export interface Term {
  readonly text: string;
  /** Whether it says nothing of what the text is about. */
  readonly filler: boolean;
  /** The words it was read from. */
  readonly words: readonly string[];
}

/** How texts are turned into terms. */
export interface Lexicon {
  /** The phrases that begin with a stem, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly fillers: ReadonlySet<string>;
}

interface Phrase {
  readonly stems: readonly string[];
  readonly term: string;
}

/** Answers the lexicon of how people ask. */
export function lexiconOf(speech: Speech): Lexicon {
  const phrases = new Map<string, Phrase[]>();
  for (const { term, others } of speech.synonyms) {
    const name = tokens(term).map(stem).join('_');
    for (const phrase of [term, ...others]) {
      const stems = tokens(phrase).map(stem);
      const [first = ''] = stems;
      const some = phrases.get(first);
      if (some) some.push({ stems, term: name });
      else phrases.set(first, [{ stems, term: name }]);
    }
  }
  for (const some of phrases.values()) some.sort((a, b) => b.stems.length - a.stems.length);
  return { phrases, fillers: new Set(speech.fillers.flatMap(tokens).flatMap((word) => [word, stem(word)])) };
}

/** Answers the terms of words, the longest phrases first. */
export function termsOf(lexicon: Lexicon, words: readonly string[]): Term[] {
  const terms: Term[] = [];
  walk(lexicon, words, (text, filler, from, to) => terms.push({ text, filler, words: words.slice(from, to) }));
  return terms;
}

/** Answers the texts of the terms that say something. */
export function contentOf(lexicon: Lexicon, words: readonly string[]): string[] {
  const content: string[] = [];
  walk(lexicon, words, (text, filler) => {
    if (!filler) content.push(text);
  });
  return content;
}

function walk(
  { phrases, fillers }: Lexicon,
  words: readonly string[],
  tell: (text: string, filler: boolean, from: number, to: number) => void,
): void {
  const stems = words.map(stem);
  for (let at = 0; at < words.length; ) {
    const [word = '', own = ''] = [words[at], stems[at]];
    const phrase = phrases.get(own)?.find((one) => one.stems.every((part, next) => stems[at + next] === part));
    const next = at + (phrase?.stems.length ?? 1);
    tell(phrase?.term ?? own, !phrase && (fillers.has(word) || fillers.has(own)), at, next);
    at = next;
  }
}

/** Answers the stem of a word; what isn't a word of letters is its own. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (stems.size < 20_000) stems.set(word, found);
  return found;
}

const stems = new Map<string, string>();
