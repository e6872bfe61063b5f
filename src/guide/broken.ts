import type { Condition, Fact } from '../knowledge/facts.js';
import { binding } from '../knowledge/link.js';
import { judge, type Test } from '../logic/judge.js';
import type { Judged } from './judged.js';
import { whenOf } from './undecided.js';

/** A fact that holds while what was given breaks it, with the rows that are broken. */
export interface Broken {
  readonly fact: Fact;
  readonly rows: readonly Condition[];
}

/** Answers the facts that block: binding ones that hold and are broken by a given value, or contradict through one. */
export function blocking(judged: Judged): Broken[] {
  const contradicting = new Set(judged.contradictions.flatMap(({ rules }) => rules));
  return judged.knowledge.facts.flatMap((fact) => {
    if (!(binding(fact) || fact.kind === 'definition') || whenOf(judged, fact) !== 'yes') return [];
    const rows = brokenRows(judged, fact);
    return rows.length > 0 || contradicting.has(fact.index) ? [{ fact, rows }] : [];
  });
}

/** Answers the recommended facts that hold while a given value goes against them. */
export function againstAdvice(judged: Judged): Broken[] {
  return judged.knowledge.facts.flatMap((fact) => {
    if (fact.force !== 'recommended' || fact.kind === 'note' || whenOf(judged, fact) !== 'yes') return [];
    const rows = brokenRows(judged, fact);
    return rows.length > 0 ? [{ fact, rows }] : [];
  });
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
