import { type Edit, indentAt, lineStart } from './edits.js';
import type { Leaf } from './yaml-leaves.js';
import { isMangled, quoted, valueText } from './yaml-scalar.js';

/** Answers the edits that put comment lines above a leaf. */
export function above(text: string, { at }: Leaf, lines: readonly string[]): Edit[] {
  const from = lineStart(text, at);
  const indent = indentAt(text, at);
  return lines.map((line) => ({ from, to: from, text: `${indent}${line}\n` }));
}

/** Answers the edits that put lines below a leaf, as deep as it stands. */
export function below(text: string, { at, end }: Leaf, lines: readonly string[]): Edit[] {
  const indent = ' '.repeat(at - lineStart(text, at));
  return [{ from: end, to: end, text: lines.map((line) => `\n${indent}${line}`).join('') }];
}

/** Answers the edits that make a leaf a comment, behind a lead. */
export function commentedOut(text: string, { at, end }: Leaf, lead = ''): Edit[] {
  const lines: Edit[] = [{ from: at, to: at, text: `# ${lead}` }];
  for (let next = text.indexOf('\n', at) + 1; next > 0 && next < end; next = text.indexOf('\n', next) + 1)
    lines.push({ from: next, to: next, text: '# ' });
  return lines;
}

/** Answers the edit that gives a leaf another value; a comment behind it stays. */
export function withValue(leaf: Leaf, value: string | readonly string[]): Edit {
  const { valueAt, valueEnd } = leaf;
  return { from: valueAt ?? valueEnd, to: valueEnd, text: `${valueAt === null ? ' ' : ''}${valueText(value)}` };
}

/** Answers the edits that put values in quotes which other readers of YAML would take for a number, a date or a Boolean. */
export const inQuotes = ({ scalars }: Leaf): Edit[] =>
  scalars.flatMap(({ from, to, text, plain }) =>
    plain && from < to && !/^(?:null|~|)$/.test(text) && isMangled(text) ? [{ from, to, text: quoted(text) }] : [],
  );
