import type { Condition, Fact } from '../knowledge/facts.js';
import { binding } from '../knowledge/link.js';
import { judge, type Test } from '../logic/judge.js';
import type { Judged } from './judged.js';

/** A fact that holds while what was given breaks it, with the rows that are broken. */
export interface Broken {
  readonly fact: Fact;
  readonly rows: readonly Condition[];
}

/** Answers the facts that block: binding ones that hold and are broken by a given value, or contradict through one. */
export function blocking(judged: Judged): Broken[] {
  const contradicting = new Set(judged.contradictions.flatMap(({ rules }) => rules));
  return judged.holding
    .filter((fact) => binding(fact) || fact.kind === 'definition')
    .map((fact) => ({ fact, rows: brokenRows(judged, fact) }))
    .filter(({ fact, rows }) => rows.length > 0 || contradicting.has(fact.index));
}

/** Answers the recommended facts that hold while a given value goes against them. */
export function againstAdvice(judged: Judged): Broken[] {
  return judged.holding
    .filter((fact) => fact.force === 'recommended' && fact.kind !== 'note')
    .map((fact) => ({ fact, rows: brokenRows(judged, fact) }))
    .filter(({ rows }) => rows.length > 0);
}

function brokenRows(judged: Judged, fact: Fact): Condition[] {
  const { must } = judged.knowledge.rules[fact.index] ?? { must: [] };
  return fact.must.filter((_, at) => {
    const test = must[at];
    return test !== undefined && given(judged, test) && judge(test, judged.state) === 'no';
  });
}

/** A broken row on a word that nobody gave is another fact's doing. */
const given = (judged: Judged, test: Test) => judged.state.fixed[test.word] === 1;
