import type { Parse } from '../config/powershell-grammar.js';
import { type Edit, edited, indentAt, lineEnd, lineStart } from './edits.js';
import { flawsIn } from './powershell-base.js';

/** A statement is no longer than this before its call, in lines. */
const mostLines = 100;
/** Behind such an end a statement goes on. */
const goesOn = /[`|,(=+]\s*$/;

/** A longer script isn't parsed again to try each place. */
const mostTried = 60_000;

/** Answers a function that answers where comments about an offset of a script can stand: the line of its statement, or the top. */
export function commentPlaces(parse: Parse, source: string): (offset: number) => number {
  const flaws = source.length > mostTried ? 0 : flawsIn(parse, source);
  const fits = (at: number) =>
    source.length > mostTried || flawsIn(parse, edited(source, [{ from: at, to: at, text: '# \n' }])) <= flaws;
  const known = new Map<number, number>();
  const find = (line: number): number => {
    let at = line;
    for (let lines = 0; lines < mostLines && at > 0; lines++) {
      const before = source.slice(lineStart(source, at - 1), at - 1);
      if (!goesOn.test(before) && fits(at)) return at;
      at = lineStart(source, at - 1);
    }
    return 0;
  };
  return (offset) => {
    const line = lineStart(source, offset);
    const place = known.get(line) ?? find(line);
    known.set(line, place);
    return place;
  };
}

/** Answers the edits that put comments at such a place. */
export function comments(source: string, at: number, lines: readonly string[]): Edit[] {
  const indent = source.slice(at, lineEnd(source, at)).trim() === '' ? '' : indentAt(source, at);
  return lines.map((line) => ({ from: at, to: at, text: `${indent}${line}\n` }));
}
