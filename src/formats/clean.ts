import { unseen } from '../text/printable.js';

/** Answers a text from a file without anything that a terminal or a reader of Markdown would obey or not see. */
export const clean = (text: string): string => text.replace(unseen, (one) => (one === '\n' || one === '\t' ? ' ' : ''));

/** Answers a line of a file with every character in its column, hidden ones as spaces. */
export const cleanLine = (line: string): string => line.replace(unseen, (one) => ' '.repeat(one.length));

/** Answers a text as a code span: no mark-up in it is read as such. */
export function codeSpan(text: string): string {
  const plain = clean(text).trim();
  if (plain === '') return '';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return longest > 0 ? `${ticks} ${plain} ${ticks}` : `${ticks}${plain}${ticks}`;
}

/** Answers a value as JSON, with every character written out that a terminal would obey or not show. */
export const jsonText = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(/[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu, (one) =>
    one
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
