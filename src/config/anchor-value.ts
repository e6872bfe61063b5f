import type { Word } from '../knowledge/vocabulary.js';
import type { Anchor } from './anchors.js';
import { addFault, type Draft, state } from './draft.js';
import { clip } from './fault.js';
import { notWellFormed } from './faults.js';
import { fits } from './names.js';
import { type Bare, bare } from './plain.js';

/** A line as written, and with plain quotes and hyphens. */
export interface Line {
  readonly raw: string;
  readonly plain: string;
  /** From 1. */
  readonly number: number;
}

/** How a shell starts each word that is set. */
const option = /\s--set$/;

/** Answers the column of a word's name, from 1. */
export const columnOf = ({ plain }: Line, { start }: Anchor): number =>
  start + Math.max(0, plain.slice(start).search(/[\p{L}\p{N}]/u)) + 1;

/**
 * Notes what a line gives a word, and answers the parts of it that weren't understood.
 * In loose text other words may stand behind a value, and a name inside a sentence needs a value to count as one.
 */
export function readAnchor(draft: Draft, line: Line, anchor: Anchor, loose: boolean): string[] {
  const { word, start, from, to, inText, edge } = anchor;
  const source = (word.type === 'text' ? line.raw : line.plain).slice(from, to);
  const whole = isNull(source) ? { text: 'unknown', rest: '', unclosed: null } : bare(unmarked(source, word, edge));
  const value = loose || whole.text.includes(' (') ? beginning(word, whole) : whole;
  if (value.text === '' || (inText && !fits(word, value.text))) return [line.raw.slice(start, to)];
  const at = { line: line.number, column: columnOf(line, anchor) };
  const valueAt = { line: line.number, column: from + 1 + Math.max(0, source.search(/\S/)) };
  if (whole.unclosed !== null)
    addFault(draft, notWellFormed('text', `the ${whole.unclosed} isn't closed`, clip(source.trim()), valueAt));
  if (whole.unclosed === null || fits(word, value.text)) state(draft, word, value.text, at, valueAt);
  return /[\p{L}\p{N}]/u.test(value.rest) ? [value.rest] : [];
}

/** Answers whether a value is the null of YAML: nothing is stated, as in nested text. */
const isNull = (value: string): boolean => /^(?:null|~)$/.test(value.trim());

/** A value without bold marks, the arrow of a hash, and what joins it to the next word. */
function unmarked(value: string, word: Word, edge: boolean): string {
  const text = trimEnd(value.replace(/^[\s>*_]+/, '').trimEnd(), edge ? ' \t|' : '');
  return word.type === 'text' ? text : trimEnd(text.replace(option, ''), ' \t,;|*_`');
}

function trimEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The longest beginning of a value that reads as one, where the whole doesn't. */
function beginning(word: Word, value: Bare): Bare {
  if (word.type === 'text' || value.unclosed !== null || fits(word, value.text)) return value;
  const ends = [...value.text.slice(0, 200).matchAll(/\S(?=\s|$)/g)].slice(0, 14).reverse();
  for (const { index } of ends) {
    const text = trimEnd(value.text.slice(0, index + 1), ',;.!?)');
    if (fits(word, text)) return { ...value, text, rest: `${value.text.slice(index + 1)} ${value.rest}`.trim() };
  }
  return value;
}
