import type { Knowledge } from '../knowledge/knowledge.js';
import type { Lexicon, Term } from './lexicon.js';
import { releasesIn } from './releases.js';
import { anyNumber, hasOne, placeOf, signsOf } from './signs.js';

/** What a question says: word → value. */
export type Said = ReadonlyMap<string, string>;

/** What the terms of a question say, and a release that they name though the vocabulary hasn't it. */
export interface Heard {
  readonly said: Said;
  readonly unlisted: string | null;
}

/** Answers whether the terms name the previews as such. */
export const namesPreviews = (knowledge: Knowledge, lexicon: Lexicon, terms: readonly Term[]): boolean =>
  hasOne(signsOf(knowledge, lexicon).previews, terms);

/** Answers whether the terms tell of something that doesn't work. */
export const tellsTrouble = (knowledge: Knowledge, lexicon: Lexicon, terms: readonly Term[]): boolean =>
  hasOne(signsOf(knowledge, lexicon).troubles, terms);

/** Answers what the terms of a question say. Of signs for one word, the one with most terms counts; two as strong say nothing. */
export function hear(knowledge: Knowledge, lexicon: Lexicon, terms: readonly Term[]): Heard {
  const said = new Map<string, { value: string | null; strength: number }>();
  const texts = terms.map(({ text }) => text);
  const tell = (word: string, value: string, strength: number) => {
    const earlier = said.get(word);
    if (!earlier || strength > earlier.strength) said.set(word, { value, strength });
    else if (strength === earlier.strength && value !== earlier.value) said.set(word, { value: null, strength });
  };
  const all = signsOf(knowledge, lexicon);
  const counted = new Set<number>();
  for (const { sign, all: wanted, none } of all.signs) {
    const places = wanted.map((phrase) => placeOf(texts, phrase));
    if (places.some((place) => place < 0) || none.some((phrase) => placeOf(texts, phrase) >= 0)) continue;
    if (wanted.length === 1 && denied(texts, places[0] ?? 0)) continue;
    const strength = wanted.reduce((sum, phrase) => sum + phrase.length, 0);
    const at = (places[0] ?? 0) + (wanted[0]?.indexOf(anyNumber) ?? 0);
    if (sign.value === null) counted.add(at);
    tell(sign.word, sign.value ?? String(Number(texts[at])), strength);
  }
  const releases = releasesIn(knowledge, texts, counted, hasOne(all.previews, terms), all);
  const [release, second] = releases;
  const listed = release !== undefined && knowledge.version.values.some(({ id }) => id === release);
  if (listed && second === undefined) tell(knowledge.version.id, release, 9);
  return {
    said: new Map([...said].flatMap(([word, { value }]) => (value === null ? [] : [[word, value] as const]))),
    unlisted: release === undefined || listed || second !== undefined ? null : release,
  };
}

const denials = ['no', 'not', 'without', 'never', 'nor', 'neither'];
const denied = (texts: readonly string[], at: number) =>
  denials.some((one) => texts.slice(Math.max(0, at - 2), at).includes(one));
