import type { Condition, Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { escapeMarkdown } from '../text/inline.js';
import type { Answers } from './answers.js';
import { dated } from './value.js';

/** Answers a fact's heading and text as one text. */
export const statement = (fact: Fact): string =>
  fact.text === '' ? `${fact.heading}.` : `${fact.heading}. ${fact.text}`;

/** Answers the label of a word's value, or the value itself where it has none. */
export function labelOf(word: Word, value: string): string {
  if (dated(value)) return value.replace('T', ' ');
  return word.values.find(({ id }) => id === value)?.label ?? value;
}

/** Answers what was given for a word as its label and value labels, as Markdown. */
export function givenLabel(word: Word, given: string | readonly string[]): string {
  const values = typeof given === 'string' ? [given] : given;
  return `${word.label}: ${values.map((value) => (word.type === 'text' ? escapeMarkdown(value) : labelOf(word, value))).join(', ')}`;
}

/** Answers a row as a person would say it: "Site version is 2010 or 2103". */
export function rowWords(row: Condition, knowledge: Knowledge): string {
  const word = knowledge.wordById.get(row.word);
  if (!word) return row.text;
  const labels = (ids: readonly string[]) => ids.map((id) => labelOf(word, id)).join(' or ');
  const { cell } = row;
  switch (cell.kind) {
    case 'one-of':
      return `${word.label} is ${labels(cell.values)}`;
    case 'none-of':
      return `${word.label} isn't ${labels(cell.values)}`;
    case 'or-later':
    case 'or-earlier':
      return `${word.label} is ${row.text}`;
    case 'compare':
      return `${word.label} is ${dateWords(word, cell.how)} ${knowledge.wordById.get(cell.than)?.label ?? cell.than}`;
    case 'not-shown':
      return `${word.label} isn't shown`;
  }
}

const dateNames: Readonly<Record<string, string>> = {
  'more than': 'after',
  'at least': 'on or after',
  'fewer than': 'before',
  'at most': 'on or before',
};
const dateWords = (word: Word, how: string) => (word.type === 'date' ? (dateNames[how] ?? how) : how);

/** Answers what was given for the words of these rows, as "Label: value; Label: value". */
export function givenIn(rows: readonly Condition[], knowledge: Knowledge, answers: Answers): string {
  const ids = new Set(rows.flatMap(({ word, cell }) => (cell.kind === 'compare' ? [word, cell.than] : [word])));
  return [...ids]
    .flatMap((id) => {
      const word = knowledge.wordById.get(id);
      const given = answers.get(id);
      return word && given !== undefined ? [givenLabel(word, given)] : [];
    })
    .join('; ');
}
