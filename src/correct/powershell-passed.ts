import type { Script } from '../config/powershell.js';
import { type Binding, type Bound, bind } from '../config/powershell-bind.js';
import type { Call } from '../config/powershell-walk.js';
import type { Passable, Signature } from '../knowledge/signature-shape.js';
import type { Word } from '../knowledge/vocabulary.js';
import { type Edit, lineEnd, lineStart } from './edits.js';

/** A call with what it passes. */
export interface Passing extends Binding {
  readonly call: Call;
  /** Whether what is passed can be told for sure, and something may be added. */
  readonly whole: boolean;
}

/** Answers the calls of a script with what they pass. */
export const passingsIn = ({ calls, read }: Script): Passing[] =>
  calls.map((call) => {
    const binding = bind(call.signature, call.pieces);
    const torn = call.brokenAt !== null || read.joined.some((at) => call.start < at && at < call.end);
    return { call, ...binding, whole: !binding.open && !torn };
  });

/** Answers the parameter of a cmdlet that takes a word's named values. */
export const parameterFor = ({ parameters }: Signature, { id }: Word): Passable | undefined =>
  [...parameters.values()].find(
    ({ word, type, standIn }) => word === id && standIn === null && /^(?:Boolean|Choices?)$/.test(type),
  );

/** What stands in a script by its name and value. */
type Placed = Pick<Bound, 'start' | 'end' | 'from' | 'inTable'>;

/** Answers the edit that writes another value in the place of one; null where it doesn't stand by itself. */
export const withCode = ({ from, end }: Placed, code: string): Edit | null =>
  from === null ? null : { from, to: end, text: code };

/** Answers the edit that takes a parameter out of its call, or a key out of its hashtable; null where it is set another way. */
export function takenOut(source: string, { start, end, from: value, inTable }: Placed): Edit | null {
  if (inTable && value === null) return null;
  if (!inTable) {
    const before = /(?:[ \t]|`[ \t]*\r?\n)*$/.exec(source.slice(Math.max(0, start - 400), start))?.[0].length ?? 0;
    return { from: start - before, to: end, text: '' };
  }
  const semicolon = /^[ \t]*;[ \t]*/.exec(source.slice(end, end + 50))?.[0].length ?? 0;
  const [from, to] = [lineStart(source, start), lineEnd(source, end)];
  const alone = source.slice(from, start).trim() === '' && source.slice(end + semicolon, to).trim() === '';
  return alone
    ? { from, to: Math.min(source.length, to + 1), text: '' }
    : { from: start, to: end + semicolon, text: '' };
}

/** Answers the edit that passes one more parameter to a call. */
export function added({ call }: Passing, source: string, parameter: string, code: string): Edit {
  const at = call.pieces.at(-1)?.end ?? nameEnd(call, source);
  return { from: at, to: at, text: ` -${parameter} ${code}` };
}

/** Answers where the name of a call's cmdlet ends. */
export const nameEnd = ({ start, name }: Call, source: string): number => source.indexOf(name, start) + name.length;

/** Answers a parameter's name as it is written. */
export const nameWritten = ({ start, from, end }: Placed, source: string): string =>
  /^-?["']?(\w+)/.exec(source.slice(start, from ?? end))?.[1] ?? '';

/** Answers the edit that gives a parameter or key another name; null where no name stands. */
export function renamed(placed: Placed, source: string, name: string): Edit | null {
  const written = nameWritten(placed, source);
  if (written === '') return null;
  const at = source.indexOf(written, placed.start);
  return { from: at, to: at + written.length, text: name };
}
