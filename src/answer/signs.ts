import type { Knowledge } from '../knowledge/knowledge.js';
import type { Sign } from '../knowledge/speech.js';
import { type Lexicon, type Term, termsOf } from './lexicon.js';
import { tokens } from './tokens.js';

/** Phrases as terms. */
export type Phrases = readonly (readonly string[])[];

/** The phrases that the knowledge reads questions by. */
export interface Signs {
  readonly signs: readonly ReadySign[];
  readonly previews: Phrases;
  readonly troubles: Phrases;
  readonly others: Phrases;
  readonly earlier: Phrases;
  readonly later: Phrases;
  readonly turning: Phrases;
}

/** A sign with its phrases as terms. */
interface ReadySign {
  readonly sign: Sign;
  readonly all: Phrases;
  readonly none: Phrases;
}

/** Stands for a number in the terms of a sign. */
export const anyNumber = '0';

const ready = new WeakMap<Knowledge, Signs>();

/** Answers the phrases that questions are read by; made ready once for a knowledge. */
export function signsOf(knowledge: Knowledge, lexicon: Lexicon): Signs {
  const known = ready.get(knowledge);
  if (known) return known;
  const phrase = (text: string) => termsOf(lexicon, tokens(text.replaceAll('#', anyNumber))).map((term) => term.text);
  const { speech } = knowledge;
  const signs = [
    ...speech.signs.map((sign) => ({ sign, all: sign.all.map(phrase), none: sign.none.map(phrase) })),
    ...labels(knowledge)
      .map((sign) => ({ sign, all: sign.all.map(phrase), none: [] }))
      .filter(({ sign, all }) => (all[0]?.length ?? 0) > 2 || (sign.all[0]?.split(' ').length ?? 0) > 4),
  ];
  const all = (phrases: readonly string[]) => phrases.map(phrase);
  const made = {
    signs,
    previews: all(speech.previews),
    troubles: all(speech.troubles),
    others: all(speech.others),
    earlier: all(speech.earlier),
    later: all(speech.later),
    turning: all(speech.turning),
  };
  ready.set(knowledge, made);
  return made;
}

/** The labels of values are signs of them, where they are long enough to mean nothing else. */
const labels = ({ words }: Knowledge): Sign[] =>
  words
    .filter(({ role }) => role === 'set' || role === 'asked')
    .flatMap(({ file, line, id: word, values }) =>
      values.map(({ id, label }) => ({ file, line, word, value: id, all: [label], none: [] })),
    );

/** Answers whether one of the phrases stands in the terms. */
export function hasOne(phrases: Phrases, terms: readonly Term[]): boolean {
  const texts = terms.map(({ text }) => text);
  return phrases.some((phrase) => placeOf(texts, phrase) >= 0);
}

const isNumber = (text: string | undefined) => text !== undefined && /^\d{1,9}$/.test(text);

/** Answers where a phrase begins, or −1. */
export function placeOf(texts: readonly string[], phrase: readonly string[]): number {
  if (phrase.length === 0) return -1;
  return texts.findIndex((_, at) =>
    phrase.every((part, next) => (part === anyNumber ? isNumber(texts[at + next]) : texts[at + next] === part)),
  );
}
