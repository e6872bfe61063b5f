import type { Condition, Fact } from '../knowledge/facts.js';
import type { Word } from '../knowledge/vocabulary.js';
import { judge } from '../logic/judge.js';
import type { Judged } from './judged.js';
import type { Hanging } from './undecided.js';
import { rowWords } from './wording.js';

/** Answers what a fact that may hold hangs on, and where to look that up. */
export function hint(judged: Judged, fact: Fact, hanging: Hanging): string {
  const rows = undecided(judged, fact);
  const conditions = rows.map((row) => rowWords(row, judged.knowledge)).join(' and ');
  const places = [...hanging.unknown]
    .sort((a, b) => a.index - b.index)
    .map(lookUp)
    .join('; ');
  const unmet = [...fact.must]
    .filter((row) => rows.length === 0 && isOpen(judged, fact, row))
    .map((row) => rowWords(row, judged.knowledge));
  const parts = [
    ...(rows.length > 0
      ? [hanging.unknown.size > 0 ? `This holds if ${conditions}.` : `This holds if you choose: ${conditions}.`]
      : []),
    ...(unmet.length > 0 ? [`Make sure that ${unmet.join(' and ')}.`] : []),
    ...(places === '' ? [] : [`Not known yet: ${places}.`]),
  ];
  return parts.join(' ');
}

function undecided(judged: Judged, fact: Fact): Condition[] {
  const { when } = judged.knowledge.rules[fact.index] ?? { when: [] };
  // A fact's own rows stand behind the row of its branch.
  const own = when.slice(when.length - fact.when.length);
  return fact.when.filter((_, at) => {
    const test = own[at];
    return test !== undefined && judge(test, judged.state) === 'maybe';
  });
}

function isOpen(judged: Judged, fact: Fact, row: Condition): boolean {
  const test = judged.knowledge.rules[fact.index]?.must[fact.must.indexOf(row)];
  return test !== undefined && judge(test, judged.state) === 'maybe';
}

/** Answers a word with the place where its value can be looked up. */
export function lookUp(word: Word): string {
  if (word.where === '') return `${word.label} (${word.description.replace(/\.$/, '')})`;
  return `${word.label} (look under ${[word.where, word.page].filter((part) => part !== '').join(' › ')})`;
}
