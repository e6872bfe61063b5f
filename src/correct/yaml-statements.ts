import { wordCalled } from '../config/names.js';
import type { Fault, Reading } from '../guide/reading.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { Leaf } from './yaml-leaves.js';

/** What a leaf is to the config that it stands in. */
export interface Statement {
  readonly leaf: Leaf;
  readonly word: Word | undefined;
  /** Which configs take it for what they state. */
  readonly states: readonly number[];
  readonly faults: readonly (Fault & { readonly subject: number })[];
  /** Whether it wasn't understood. */
  readonly unread: boolean;
}

/** Answers what the leaves of a text are to its reading; null where something that was read is no leaf. */
export function statementsIn(
  knowledge: Knowledge,
  { subjects, unread }: Reading,
  leaves: readonly Leaf[],
  lineOf: (offset: number) => number,
): Statement[] | null {
  const places = leaves.map((leaf) => ({
    leaf,
    from: lineOf(leaf.at),
    to: lineOf(leaf.end),
    word: wordCalled(knowledge, leaf.key),
  }));
  const byLine = new Map<number, (typeof places)[number]>();
  for (const place of places) for (let line = place.from; line <= place.to; line++) byLine.set(line, place);
  const statesOf = new Map<Leaf, number[]>();
  const faultsOf = new Map<Leaf, Statement['faults'][number][]>();
  for (const [at, { stated, faults }] of subjects.entries()) {
    for (const { word, line } of stated) {
      const place = byLine.get(line);
      if (place?.word?.id !== word || place.from !== line) return null;
      statesOf.set(place.leaf, [...(statesOf.get(place.leaf) ?? []), at]);
    }
    // A note, such as one on the encoding, is about the whole text.
    for (const fault of faults.filter(({ level }) => level !== 'note')) {
      const leaf = byLine.get(fault.line)?.leaf;
      if (!leaf) return null;
      faultsOf.set(leaf, [...(faultsOf.get(leaf) ?? []), { ...fault, subject: at }]);
    }
  }
  const strays = new Set(unread.map(({ line }) => byLine.get(line)?.leaf));
  if (strays.has(undefined)) return null;
  return places.map(({ leaf, word }) => ({
    leaf,
    word,
    states: statesOf.get(leaf) ?? [],
    faults: faultsOf.get(leaf) ?? [],
    unread: strays.has(leaf) && !statesOf.has(leaf),
  }));
}
