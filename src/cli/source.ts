import { mostAnswerBytes } from '../config/answer-limits.js';
import { decode } from '../text/decode.js';
import { Unusable } from '../text/problem.js';
import { readBytes } from './bytes.js';

/** Answers the text of a file of answers; `-` is standard input. Throws Unusable where there is none. */
export function readText(file: string): string {
  const text = decode(named(file, mostAnswerBytes));
  if (text === null)
    throw new Unusable([`${sourceName(file)}: this isn't text in UTF-8 or UTF-16. Save it as text in UTF-8.`]);
  return text;
}

/** Answers a file's lines, whatever else than text is in them; the last line may end with a break. */
export function readLines(file: string): string[] {
  const bytes = named(file, Number.POSITIVE_INFINITY);
  const lines = (decode(bytes) ?? new TextDecoder().decode(bytes)).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function named(file: string, most: number): Uint8Array {
  try {
    return readBytes(file, most);
  } catch (error) {
    if (error instanceof Unusable) throw new Unusable(error.lines.map((line) => `${sourceName(file)}: ${line}`));
    throw error;
  }
}

/** Answers the name of a source as a person knows it. */
export const sourceName = (file: string): string => (file === '-' ? 'standard input' : file);
