import type { Fact } from '../knowledge/facts.js';
import { binding } from '../knowledge/link.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { Answers } from './answers.js';
import { roots } from './findings.js';
import type { Judged } from './judged.js';
import type { Stated } from './reading.js';
import type { Unstated } from './report-shape.js';
import { hangingOf, implied, undecidedRows, whenOf } from './undecided.js';
import { rowWords } from './wording.js';

/** Answers what facts need and the text doesn't say: a row for each word and fact. */
export function unstatedIn(judged: Judged, places: ReadonlyMap<string, Stated>, set: Answers): Unstated[] {
  return judged.knowledge.facts.flatMap((fact) => {
    if (fact.kind === 'note' || fact.kind === 'definition') return [];
    return whenOf(judged, fact) === 'yes' ? needed(judged, fact) : awaited(judged, fact, places, set);
  });
}

/** A binding fact that holds asks something of a word that isn't stated. */
function needed(judged: Judged, fact: Fact): Unstated[] {
  if (!binding(fact)) return [];
  return fact.must.flatMap((row) => {
    const word = judged.knowledge.wordById.get(row.word);
    if (!word || judged.answers.has(word.id) || row.cell.kind === 'not-shown') return [];
    const test = judged.knowledge.rules[fact.index]?.must.find((one) => one.word === word.index);
    if (test?.kind === 'values' && test.mask === word.full) return [];
    return [{ word: word.id, fact: fact.id, message: `${fact.heading}: say ${word.id}; needed: ${rowWords(row, judged.knowledge)}.` }];
  });
}

/** A fact about something stated can't be judged before another word is known. */
function awaited(judged: Judged, fact: Fact, places: ReadonlyMap<string, Stated>, set: Answers): Unstated[] {
  if (undecidedRows(judged, fact).length === 0 || implied(judged, fact)) return [];
  const named = roots(judged, [...fact.when, ...fact.must]);
  if (![...named].some((id) => places.has(id) || set.has(id))) return [];
  const { unanswered, unknown, chosen } = hangingOf(judged, fact);
  return [...unanswered, ...unknown, ...chosen].map((word: Word) => ({
    word: word.id,
    fact: fact.id,
    message: `Say ${word.id}: whether this holds hangs on it: ${fact.heading}.`,
  }));
}
