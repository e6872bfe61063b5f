import type { Passable, Signature } from '../knowledge/signature-shape.js';
import type { Value, Word } from '../knowledge/vocabulary.js';
import { nearest } from '../text/nearest.js';

/** Answers a name as names are compared: letters and digits alone. */
const squash = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Answers the pieces that a name is made of: DeployPurpose is deploy and purpose. */
const pieces = (name: string): string[] =>
  name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g)?.map((one) => one.toLowerCase()) ?? [];

/** Answers the candidate that a name means: the one that holds most of its pieces, else the one that is spelt nearly so. */
export function meant(name: string, candidates: readonly string[]): string | null {
  const wanted = new Set(pieces(name.slice(0, 80)));
  let best: string | null = null;
  let most = 0;
  let tied = false;
  for (const candidate of candidates) {
    const own = new Set(pieces(candidate));
    const shared = [...wanted].filter((piece) => own.has(piece)).length / Math.max(wanted.size, 1);
    const score = shared - own.size / 1000;
    if (shared < 0.6 || score < most) continue;
    tied = score === most;
    best = candidate;
    most = score;
  }
  if (best !== null && !tied) return best;
  return name.length < 4 ? null : nearest(name, candidates);
}

/** Answers the word that can be given by that id, label or alias, spaces and hyphens left out of account. */
export const wordLike = (words: readonly Word[], name: string): Word | undefined =>
  namesOf(words).get(squash(name.slice(0, 200)));

const byName = new WeakMap<readonly Word[], ReadonlyMap<string, Word>>();

function namesOf(words: readonly Word[]): ReadonlyMap<string, Word> {
  const earlier = byName.get(words);
  if (earlier) return earlier;
  const givable = words.filter(({ role }) => role === 'asked' || role === 'set');
  const pairs = givable.flatMap((word) =>
    [word.id, word.label, ...word.aliases].map((one) => [squash(one), word] as const),
  );
  // The first of a name counts.
  const names = new Map(pairs.reverse());
  byName.set(words, names);
  return names;
}

/** Answers the parameter that was probably meant by a name that a cmdlet doesn't have. */
export function parameterMeant(signature: Signature, words: readonly Word[], name: string): Passable | null {
  const all = [...new Set(signature.parameters.values())];
  const word = wordLike(words, name);
  const own = word ? all.find((parameter) => parameter.word === word.id) : undefined;
  if (own) return own;
  const near = meant(
    name,
    // Two letters are near to anything.
    all.flatMap((parameter) => [parameter.name, ...parameter.aliases]).filter(({ length }) => length > 3),
  );
  return near === null ? null : (signature.parameters.get(near.toLowerCase()) ?? null);
}

/** Answers the value of a word that was probably meant. */
export function valueMeant(word: Word, text: string): Value | undefined {
  const names = new Map<string, Value>();
  for (const value of word.values)
    for (const name of [value.powershell ?? value.id, value.id, value.label, ...value.aliases]) names.set(name, value);
  const near = meant(text, [...names.keys()]);
  return near === null ? undefined : names.get(near);
}
