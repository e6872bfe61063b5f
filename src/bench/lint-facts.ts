import type { Fact } from '../knowledge/facts.js';
import { type Knowledge, valuesIn } from '../knowledge/knowledge.js';
import { binding } from '../knowledge/link.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { Test } from '../logic/judge.js';

/** A row of a fact by ids: the values that a word may have; none where it isn't to be given at all. */
export interface LintRow {
  readonly word: string;
  readonly allowed: readonly string[];
}

/** A fact that a linter can judge by what a config itself gives. */
export interface LintFact {
  readonly id: string;
  readonly when: readonly LintRow[];
  /** Values of the site's version that it holds for where one is given. */
  readonly branch: LintRow;
  readonly must: readonly LintRow[];
}

/** Answers the required facts that wait for asked words alone: a linter strikes no values, so a setting tells it nothing. */
export function lintFacts(knowledge: Knowledge): LintFact[] {
  return knowledge.facts.flatMap((fact) => {
    if (!binding(fact) || fact.kind === 'definition' || fact.must.length === 0) return [];
    const { when, must } = knowledge.rules[fact.index] ?? { when: [], must: [] };
    const [branch, ...rest] = when.map((test) => row(knowledge, test));
    const rows = must.map((test) => row(knowledge, test));
    const whens = rest.flatMap((one) => one ?? []);
    const musts = rows.flatMap((one) => one ?? []);
    if (!branch || whens.length < rest.length || musts.length < rows.length || !waitsForAsked(knowledge, fact))
      return [];
    return [{ id: fact.id, when: whens, branch, must: musts }];
  });
}

const waitsForAsked = ({ wordById }: Knowledge, { when }: Fact): boolean =>
  when.every(({ word }) => wordById.get(word)?.role === 'asked');

function row({ words }: Knowledge, test: Test): LintRow | null {
  const word: Word | undefined = words[test.word];
  if (!word || test.kind === 'compare') return null;
  return { word: word.id, allowed: test.kind === 'values' ? valuesIn(word, test.mask).map(({ id }) => id) : [] };
}
