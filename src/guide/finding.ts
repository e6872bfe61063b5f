import type { Condition, Fact } from '../knowledge/facts.js';
import { valuesIn } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { Judged } from './judged.js';
import type { Stated } from './reading.js';
import type { Finding } from './report-shape.js';
import { givenIn, givenLabel, labelOf, statement } from './wording.js';

/** Where the text itself states each word. */
export type Places = ReadonlyMap<string, Stated>;

/** What a finding says besides its fact. */
interface Details {
  readonly places: Places;
  readonly fix?: Finding['fix'];
  readonly expected?: readonly string[];
  /** The row that is broken. */
  readonly row?: Condition;
  readonly also?: string;
}

/** Answers a finding of a fact on a word: message, place, where to change it, source. */
export function finding(judged: Judged, fact: Fact, level: Finding['level'], word: Word, details: Details): Finding {
  const { places, fix = null, expected = [], row, also = '' } = details;
  const { knowledge, answers } = judged;
  const rows = row ? [...fact.when, row] : fact.when;
  const place = places.get(word.id) ?? lastPlace(rows, places);
  const given = answers.get(word.id);
  const reasons = givenIn(rows, knowledge, answers);
  const parts = [
    statement(fact),
    ...(expected.length > 0 ? [`Allowed: ${expected.map((value) => labelOf(word, value)).join(', ')}.`] : []),
    ...(also === '' ? [] : [also]),
    ...(reasons === '' ? [] : [`Given: ${reasons}.`]),
    ...inferences(judged, [...rows.map((one) => one.word), word.id], places),
  ];
  return {
    fact: fact.id,
    level,
    word: word.id,
    ...describe(word),
    actual: given === undefined ? '' : String(given),
    expected,
    message: parts.join(' '),
    fix,
    line: place?.line ?? null,
    column: place?.column ?? null,
    sources: knowledge.sources[fact.index] ?? [],
  };
}

/** A word given beside the text is shown where the text states what makes it wrong. */
function lastPlace(rows: readonly Condition[], places: Places): Stated | undefined {
  const stated = rows.flatMap(({ word }) => places.get(word) ?? []);
  return stated.sort((a, b) => a.line - b.line || a.column - b.column).at(-1);
}

/** What was concluded from the text, rather than read. */
function inferences({ knowledge, answers }: Judged, ids: readonly string[], places: Places): string[] {
  const inferred = [...new Set(ids)].flatMap((id) => {
    const word = knowledge.wordById.get(id);
    return word && places.get(id)?.inferred ? [givenLabel(word, answers.get(id) ?? '')] : [];
  });
  return inferred.length > 0 ? [`Inferred from the text: ${inferred.join('; ')}.`] : [];
}

/** Answers what a fact allows a word: its values, or the bounds of a number. */
export function expectedOf(judged: Judged, fact: Fact, word: Word): string[] {
  const { must } = judged.knowledge.rules[fact.index] ?? { must: [] };
  let mask = word.full;
  for (const test of must) if (test.kind === 'values' && test.word === word.index) mask &= test.mask;
  if (mask !== word.full) return valuesIn(word, mask).map(({ id }) => id);
  return fact.must.flatMap(({ word: id, cell, text }) => {
    if (id !== word.id || cell.kind !== 'compare') return [];
    const bound = judged.answers.get(cell.than);
    return [bound === undefined ? text : `${text} (${String(bound)})`];
  });
}

/** Answers a word's console label and where it is changed: place, page and PowerShell parameter. */
export function describe(word: Word | undefined): { label: string | null; where: string | null } {
  if (!word) return { label: null, where: null };
  const console = [word.where, word.page].filter((part) => part !== '').join(' › ');
  // What stands behind the parameter is how a script writes its value.
  const parameter = /^\S+ -\w+/.exec(word.powershell ?? '')?.[0] ?? '';
  const where = [console, parameter].filter((part) => part !== '').join('; ');
  return { label: word.label, where: where === '' ? null : where };
}
