import { labelOf, rowWords } from '../../guide/wording.js';
import type { Condition } from '../../knowledge/facts.js';
import type { Knowledge } from '../../knowledge/knowledge.js';

/** Values whose console labels have more characters are told by their ids. */
const short = 26;

/** Answers the label of a row's word. */
export const wordText = (knowledge: Knowledge, { word }: Condition): string =>
  knowledge.wordById.get(word)?.label ?? word;

/** Answers what a row asks of its word, in few words: "On", "2010 or later", "not all-first". */
export function cellText(knowledge: Knowledge, row: Condition): string {
  const word = knowledge.wordById.get(row.word);
  const { cell } = row;
  if (word && 'values' in cell) {
    const labels = cell.values.map((value) => labelOf(word, value));
    const values = labels.some((label) => label.length > short) ? cell.values : labels;
    return `${cell.kind === 'none-of' ? 'not ' : ''}${values.join(' or ')}`;
  }
  return rowWords(row, knowledge).slice(wordText(knowledge, row).length).trim().replace(/^is /, '');
}
