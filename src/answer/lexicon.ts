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
  /** The words of phrases and fillers. */
  readonly words: ReadonlySet<string>;
  /** What was found out of words before. */
  readonly seen: Map<string, KnownWord>;
}

/** A word with what the lexicon says of it. */
interface KnownWord {
  readonly stem: string;
  readonly filler: boolean;
  readonly phrases: readonly Phrase[] | undefined;
}

interface Phrase {
  readonly stems: readonly string[];
  readonly term: string;
}

/** Answers the lexicon of how people ask. */
export function lexiconOf(speech: Speech): Lexicon {
  const phrases = new Map<string, Phrase[]>();
  const words = new Set<string>(speech.fillers.flatMap(tokens));
  for (const { term, others } of speech.synonyms) {
    const name = tokens(term).map(stem).join('_');
    for (const phrase of [term, ...others]) {
      const own = tokens(phrase);
      for (const word of own) words.add(word);
      const stems = own.map(stem);
      const [first = ''] = stems;
      const some = phrases.get(first);
      if (some) some.push({ stems, term: name });
      else phrases.set(first, [{ stems, term: name }]);
    }
  }
  for (const some of phrases.values()) some.sort((a, b) => b.stems.length - a.stems.length);
  const fillers = new Set(speech.fillers.flatMap(tokens).flatMap((word) => [word, stem(word)]));
  return { phrases, fillers, words, seen: new Map() };
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
  lexicon: Lexicon,
  words: readonly string[],
  tell: (text: string, filler: boolean, from: number, to: number) => void,
): void {
  for (let at = 0; at < words.length; ) {
    const word = know(lexicon, words[at] ?? '');
    const phrase = word.phrases && phraseAt(lexicon, word.phrases, words, at);
    const next = at + (phrase?.stems.length ?? 1);
    tell(phrase?.term ?? word.stem, !phrase && word.filler, at, next);
    at = next;
  }
}

/** The longest of the phrases that stands at a place. */
function phraseAt(
  lexicon: Lexicon,
  phrases: readonly Phrase[],
  words: readonly string[],
  at: number,
): Phrase | undefined {
  for (const phrase of phrases) {
    let next = 1;
    while (next < phrase.stems.length && know(lexicon, words[at + next] ?? '').stem === phrase.stems[next]) next++;
    if (next >= phrase.stems.length) return phrase;
  }
  return undefined;
}

/** More words than this aren't kept. */
const mostSeen = 20_000;

function know({ phrases, fillers, seen }: Lexicon, word: string): KnownWord {
  const earlier = seen.get(word);
  if (earlier) return earlier;
  const own = stem(word);
  const known = { stem: own, filler: fillers.has(word) || fillers.has(own), phrases: phrases.get(own) };
  if (seen.size < mostSeen) seen.set(word, known);
  return known;
}

/** Answers the stem of a word; what isn't a word of letters is its own. */
const stem = (word: string): string => (/^[a-z]+$/.test(word) ? stemmer(word) : word);
