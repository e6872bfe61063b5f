import { readFileSync } from 'node:fs';
import { decode } from '../text/decode.js';
import { Unusable } from '../text/problem.js';

/** Answers the bytes of a file; `-` is standard input. Throws Unusable where it can't be read. */
function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOENT' ? "doesn't exist" : code === 'EISDIR' ? 'is a folder' : `can't be read (${code})`;
    throw new Unusable([`${sourceName(file)}: the ${file === '-' ? 'input' : 'file'} ${why}. Name a file with answers, or - for standard input.`]);
  }
}

/** Answers a file's text; `-` is standard input. Throws Unusable where there is none. */
export function readText(file: string): string {
  const text = decode(readBytes(file));
  if (text === null)
    throw new Unusable([`${sourceName(file)}: this isn't text in UTF-8 or UTF-16. Save it as text in UTF-8.`]);
  return text;
}

/** Answers a file's lines, whatever else than text is in them; the last line may end with a break. */
export function readLines(file: string): string[] {
  const bytes = readBytes(file);
  const lines = (decode(bytes) ?? new TextDecoder().decode(bytes)).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Answers the name of a source as a person knows it. */
export const sourceName = (file: string): string => (file === '-' ? 'standard input' : file);
