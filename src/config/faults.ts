import type { Rule } from '../guide/fault-rules.js';
import type { Fault } from '../guide/reading.js';
import { nearest } from '../text/nearest.js';
import type { TextPlace } from './places.js';

/** A value that a word can't have: what is allowed, and what was probably meant. `why` says it in a sentence. */
export function unknownValue(
  word: string,
  actual: string,
  allowed: readonly string[],
  why: string,
  at: TextPlace,
  near: string | null = closest(actual, allowed),
): Fault {
  const fix = near === null ? null : { [word]: near };
  return fault('input/unknown-value', 'error', word, actual, allowed, why, fix, at);
}

/** A name that is nearly a word; what stands behind it isn't judged. */
export function unknownWord(actual: string, near: string, at: TextPlace): Fault {
  const message = `${quoted(actual)} isn't a word, so what it says isn't judged. Did you mean ${quoted(near)}?`;
  return fault('input/unknown-word', 'warning', null, actual, [near], message, null, at);
}

/** A word given again with another value. The first one is judged. */
export function twice(word: string, first: string, firstLine: number, again: string, at: TextPlace): Fault {
  const message = `${word} is given twice with different values: ${quoted(first)} on line ${firstLine}, ${quoted(again)} here. Keep one; the first is judged.`;
  return fault('input/twice', 'error', word, again, [], message, null, at);
}

/** Structured text that breaks off or isn't well-formed. `what` names the structure, `why` what is wrong with it. */
export function notWellFormed(what: string, why: string, actual: string, at: TextPlace): Fault {
  const message = `This isn't well-formed ${what}: ${why}. What could be read is judged; complete the text and try again.`;
  return fault('input/not-well-formed', 'error', null, actual, [], message, null, at);
}

/** A parameter that a cmdlet doesn't have: the nearest real one. */
export function unknownParameter(cmdlet: string, actual: string, known: readonly string[], at: TextPlace): Fault {
  const near = partOf(actual, known) ?? nearest(actual, known);
  const meant = near === null ? '' : ` Did you mean -${near}?`;
  const message = `${cmdlet} has no parameter -${clip(actual)}.${meant}`;
  return fault('input/unknown-parameter', 'error', null, actual, near === null ? [] : [near], message, null, at);
}

/** A parameter that a cmdlet no longer has, with the one that took its place. */
export function removedParameter(
  cmdlet: string,
  actual: string,
  instead: string,
  word: string | null,
  at: TextPlace,
): Fault {
  const message = `${cmdlet} no longer has the parameter -${clip(actual)}. Use -${instead}.`;
  return fault('input/removed-parameter', 'error', word, actual, [instead], message, null, at);
}

/** A text that isn't Unicode and was read all the same. */
export function oldEncoding(name: string): Fault {
  const message = `The text isn't UTF-8 or UTF-16; it was read as ${name}. Save it as UTF-8 if letters look wrong.`;
  return fault('input/encoding', 'note', null, name, ['UTF-8'], message, null, { line: 1, column: 1 });
}

/** Faults beyond the number that is listed. */
export function more(count: number, level: Fault['level'], at: TextPlace): Fault {
  const message = `From here on ${count} more ${count === 1 ? 'fault is' : 'faults are'} not listed. Mend the first ones and try again.`;
  return fault('input/more', level, null, '', [], message, null, at);
}

/** A printed object that isn't a deployment of a task sequence. `why` says what gives it away. */
export function otherObject(why: string, actual: string, at: TextPlace): Fault {
  const message = `${why} The facts are about deployments of task sequences alone.`;
  return fault('input/other-object', 'warning', null, actual, [], message, null, at);
}

/** A task sequence in the dialect of the Microsoft Deployment Toolkit, with one of its own steps. */
export function otherDialect(step: string, at: TextPlace): Fault {
  const message = `This is a task sequence of the Microsoft Deployment Toolkit (MDT), another dialect: its BDD_ steps, such as ${clip(step)}, aren't read. Post one exported from Configuration Manager.`;
  return fault('input/other-dialect', 'warning', null, step, [], message, null, at);
}

/** The shortest name that a part of it was given of. */
function partOf(text: string, names: readonly string[]): string | null {
  const wanted = text.toLowerCase();
  const whole = names.filter((name) => wanted.length > 3 && name.toLowerCase().includes(wanted));
  return whole.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** Numbers that look alike mean nothing alike. */
const closest = (text: string, allowed: readonly string[]) => (/\d{3}/.test(text) ? null : nearest(text, allowed));

function fault(
  rule: Rule,
  level: Fault['level'],
  word: string | null,
  actual: string,
  expected: readonly string[],
  message: string,
  fix: Fault['fix'],
  { line, column }: TextPlace,
): Fault {
  return { rule, level, word, actual: clip(actual, longest), expected, message, fix, line, column };
}

/** So much of a text is repeated. */
const longest = 200;

/** Answers a text short enough to be repeated in a message. */
export const clip = (text: string, most = 60): string => (text.length > most ? `${text.slice(0, most)}…` : text);

const quoted = (text: string) => `"${clip(text)}"`;
