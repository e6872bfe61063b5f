import type { Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { preview } from '../knowledge/vocabulary.js';

/** What the ranking has to know of a fact. */
export interface Traits {
  /** The words of the situation that it asks something of, or that it holds under where it asks nothing. */
  readonly words: readonly string[];
  /** Whether the newest release hasn't it. */
  readonly outdated: boolean;
}

const known = new WeakMap<Knowledge, readonly Traits[]>();

/** Answers the traits of all facts, by their index. */
export function traitsOf(knowledge: Knowledge): readonly Traits[] {
  const earlier = known.get(knowledge);
  if (earlier) return earlier;
  const made = knowledge.facts.map((fact) => ({
    words: wordsOf(knowledge, fact),
    outdated: outdated(knowledge, fact),
  }));
  known.set(knowledge, made);
  return made;
}

function wordsOf({ wordById }: Knowledge, { must, when }: Fact): string[] {
  const rows = must.length > 0 ? must : when;
  const ids = rows.flatMap(({ word, cell }) => (cell.kind === 'compare' ? [word, cell.than] : [word]));
  return [...new Set(ids)].filter((id) => wordById.get(id)?.role === 'asked');
}

function outdated({ version, rules }: Knowledge, { index }: Fact): boolean {
  const newest = 1 << version.values.findLastIndex((value) => !preview(value));
  return (rules[index]?.when ?? []).some(
    (test) => test.kind === 'values' && test.word === version.index && (test.mask & newest) === 0,
  );
}
