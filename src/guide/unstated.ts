import type { Fact } from '../knowledge/facts.js';
import { valuesIn } from '../knowledge/knowledge.js';
import { binding } from '../knowledge/link.js';
import type { Word } from '../knowledge/vocabulary.js';
import { allowedMask } from './allowed.js';
import type { Answers } from './answers.js';
import { expectedOf } from './finding.js';
import { isGiven, type Judged, settingsGiven } from './judged.js';
import type { Stated } from './reading.js';
import type { Unstated } from './report-shape.js';
import { roots } from './roots.js';
import { hangingOf, implied, undecidedRows, whenOf } from './undecided.js';

/**
 * Answers what facts need and the text doesn't say: a row for each word and fact. Facts about what is stated come first, before
 * those about what a setting ought to be.
 */
export function unstatedIn(judged: Judged, places: ReadonlyMap<string, Stated>, set: Answers): Unstated[] {
  const { facts } = judged.knowledge;
  const stated = facts.filter((fact) => settingsGiven(judged, fact));
  const concluded = facts.filter((fact) => !settingsGiven(judged, fact));
  return [...stated, ...concluded].flatMap((fact) => {
    if (fact.kind === 'note' || fact.kind === 'definition') return [];
    return whenOf(judged, fact) === 'yes' ? needed(judged, fact) : awaited(judged, fact, places, set);
  });
}

/** A binding fact that holds asks something of a word that isn't stated. */
function needed(judged: Judged, fact: Fact): Unstated[] {
  if (!binding(fact)) return [];
  return fact.must.flatMap((row) => {
    const word = judged.knowledge.wordById.get(row.word);
    if (!word || isGiven(judged, word.id) || row.cell.kind === 'not-shown') return [];
    const test = judged.knowledge.rules[fact.index]?.must.find((one) => one.word === word.index);
    if (test?.kind === 'values' && test.mask === word.full) return [];
    return [
      { word: word.id, fact: fact.id, message: `${fact.heading}. ${add(word, expectedOf(judged, fact, word))}.` },
    ];
  });
}

/** A fact about something stated can't be judged before another word is known. */
function awaited(judged: Judged, fact: Fact, places: ReadonlyMap<string, Stated>, set: Answers): Unstated[] {
  if (undecidedRows(judged, fact).length === 0 || implied(judged, fact)) return [];
  const named = roots(judged, [...fact.when, ...fact.must]);
  if (![...named].some((id) => places.has(id) || set.has(id))) return [];
  const { unanswered, unknown: notKnown, chosen } = hangingOf(judged, fact);
  return [...unanswered, ...notKnown, ...chosen].map((word) => ({
    word: word.id,
    fact: fact.id,
    message: `${add(word, possible(judged, word))}; this may hold or not: ${fact.heading}.`,
  }));
}

const possible = (judged: Judged, word: Word) => valuesIn(word, allowedMask(judged, word)).map(({ id }) => id);

/** What to write so that it can be judged; of a long list of values, none. */
function add(word: Word, values: readonly string[]): string {
  const written = values.length === 0 || values.length > 6 ? '…' : values.join(' or ');
  return `Add \`${word.id}: ${written}\``;
}
