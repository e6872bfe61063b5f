import type { Bound, Test } from '../logic/judge.js';
import type { Rule } from '../logic/narrow.js';
import { didYouMean } from '../text/nearest.js';
import type { Condition, Fact } from './facts.js';
import { currentBranch, maskOf, maskWhere } from './knowledge.js';
import type { Report } from './rows.js';
import { preview, type Word } from './vocabulary.js';

/** Makes facts ready for judging; reports every word and value that the vocabulary doesn't know. */
export function linkFacts(
  facts: readonly Fact[],
  words: ReadonlyMap<string, Word>,
  version: Word | undefined,
  report: Report,
): Rule[] {
  const asked = new Set([...words.values()].flatMap(({ role, index }) => (role === 'asked' ? [index] : [])));
  const current = version ? currentBranch(version) : 0;
  return facts.map((fact) => {
    const must = fact.must.flatMap((row) => link(row, words, report));
    for (const row of fact.when)
      if (row.cell.kind === 'not-shown')
        report(row, `"${row.text}" stands in must only: a box that isn't shown decides nothing.`);
    return {
      when: [...branch(fact, version, current, report), ...fact.when.flatMap((row) => link(row, words, report))],
      must,
      strikes: must.filter((test) => fact.kind === 'definition' || (binding(fact) && !asked.has(test.word))),
      judged: must.filter((test) => fact.kind !== 'definition' && asked.has(test.word)),
    };
  });
}

/** Makes rows ready for judging; reports words and values that the vocabulary doesn't know. */
export const linkRows = (rows: readonly Condition[], words: ReadonlyMap<string, Word>, report: Report): Test[] =>
  rows.flatMap((row) => link(row, words, report));

/** Only required facts strike and block. */
export const binding = (fact: Fact): boolean => fact.force === 'required' && fact.kind !== 'note';

/** A preview's facts hold under that preview alone, all others on the current branch; definitions hold everywhere. */
function branch(fact: Fact, version: Word | undefined, current: number, report: Report): Test[] {
  if (!version || fact.kind === 'definition') return [];
  const mask = fact.preview ? maskOf(version, [fact.preview]) : current;
  if (mask === 0 && fact.preview)
    report(fact, `preview "${fact.preview}" isn't a value of ${version.id}. Add it to the vocabulary.`);
  return [{ kind: 'values', word: version.index, mask }];
}

function link(row: Condition, words: ReadonlyMap<string, Word>, report: Report): Test[] {
  const word = words.get(row.word);
  if (!word) {
    report(
      row,
      `unknown word "${row.word}".${didYouMean(row.word, words.keys())} Words stand in knowledge/vocabulary.`,
    );
    return [];
  }
  const { cell } = row;
  if (cell.kind === 'not-shown') return [{ kind: 'not-shown', word: word.index }];
  if (cell.kind === 'compare') {
    const than = bound(cell.than, words);
    if (than === null)
      report(row, `"${cell.than}" is neither a number nor a word.${didYouMean(cell.than, words.keys())}`);
    if (word.type !== 'number' && word.type !== 'date')
      report(row, `"${row.text}" compares numbers and dates; ${word.id} is a ${word.type}.`);
    return than === null ? [] : [{ kind: 'compare', word: word.index, how: cell.how, than }];
  }
  const ids = 'values' in cell ? cell.values : [cell.value];
  for (const id of ids) {
    if (word.values.some((value) => value.id === id)) continue;
    const allowed = word.values.map((value) => value.id);
    report(
      row,
      `${word.id} has no value "${id}".${didYouMean(id, allowed)} Values: ${allowed.join(', ') || 'none, it is free text'}.`,
    );
  }
  return [{ kind: 'values', word: word.index, mask: cellMask(word, cell, row, report) }];
}

function bound(than: string, words: ReadonlyMap<string, Word>): Bound | null {
  if (/^\d+$/.test(than)) return { number: Number(than) };
  const word = words.get(than);
  return word ? { word: word.index } : null;
}

function cellMask(
  word: Word,
  cell: Exclude<Condition['cell'], { kind: 'compare' | 'not-shown' }>,
  row: Condition,
  report: Report,
): number {
  if ('values' in cell)
    return cell.kind === 'one-of' ? maskOf(word, cell.values) : word.full & ~maskOf(word, cell.values);
  if (word.type !== 'version') report(row, `"${row.text}" orders releases; ${word.id} is a ${word.type}.`);
  const at = word.values.findIndex((value) => value.id === cell.value);
  return maskWhere(word, (value, index) => !preview(value) && (cell.kind === 'or-later' ? index >= at : index <= at));
}
