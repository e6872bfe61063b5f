import type { Row } from '../text/sections.js';
import { rowsOf } from './rows.js';

/** A question that a fact answers, as a person puts it; `reply` where it is a yes-or-no question whose answer is always the same. */
export interface Wording {
  readonly text: string;
  readonly reply: 'yes' | 'no' | null;
}

/** Answers the wordings of the `asks` rows among these: what stands behind the name, and the rows under it. */
export const wordingsIn = (rows: readonly Row[]): Wording[] =>
  rowsOf(rows, 'asks').flatMap((row) => [
    ...(row.value === '' ? [] : [wording(row.value)]),
    ...row.rows.map(({ text }) => wording(text)),
  ]);

/** `yes: Does it restart?` is a question whose answer is yes. */
function wording(sentence: string): Wording {
  if (sentence.startsWith('yes: ')) return { text: sentence.slice(5), reply: 'yes' };
  if (sentence.startsWith('no: ')) return { text: sentence.slice(4), reply: 'no' };
  return { text: sentence, reply: null };
}
