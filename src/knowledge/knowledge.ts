import type { Rule } from '../logic/narrow.js';
import type { Cmdlets } from './cmdlet-shape.js';
import type { Fact } from './facts.js';
import type { Question } from './flow.js';
import type { Signatures } from './signature-shape.js';
import type { Source, SourceDocument } from './sources.js';
import type { Speech } from './speech.js';
import { preview, type Value, type Word } from './vocabulary.js';

/** All that is known, read once, linked and frozen. */
export interface Knowledge {
  readonly words: readonly Word[];
  readonly wordById: ReadonlyMap<string, Word>;
  /** The word of type version. */
  readonly version: Word;
  readonly facts: readonly Fact[];
  /** The facts made ready for judging: same order, same index. */
  readonly rules: readonly Rule[];
  /** The sources of each fact, ready to print: same order, same index. */
  readonly sources: readonly (readonly Source[])[];
  /** The questions in the order they are asked; each asked word has one. */
  readonly questions: readonly Question[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** What scripts are made from. */
  readonly cmdlets: Cmdlets;
  /** What posted scripts may call, and what its parameters mean. */
  readonly signatures: Signatures;
  /** How people ask. */
  readonly speech: Speech;
}

/** Answers the values whose bits are set. */
export const valuesIn = (word: Word, mask: number): Value[] => word.values.filter((_, at) => mask & (1 << at));

/** Answers the bits of the values that are wanted. */
export const maskWhere = (word: Word, wanted: (value: Value, at: number) => boolean): number =>
  word.values.reduce((mask, value, at) => (wanted(value, at) ? mask | (1 << at) : mask), 0);

/** Answers the bits of the values with these ids. */
export const maskOf = (word: Word, ids: readonly string[]): number => maskWhere(word, ({ id }) => ids.includes(id));

/** Answers the bits of the releases of the current branch. */
export const currentBranch = (version: Word): number => maskWhere(version, (value) => !preview(value));
