import type { Fault } from '../guide/reading.js';
import { nearest } from '../text/nearest.js';
import { clip, fault, quoted } from './fault.js';
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
  return fault('input/unknown-value', at, { word, actual, expected: allowed, message: why, fix });
}

/** A name that is nearly a word; what stands behind it isn't judged. */
export function unknownWord(actual: string, near: string, at: TextPlace): Fault {
  const message = `${quoted(actual)} isn't a word, so what it says isn't judged. Did you mean ${quoted(near)}?`;
  return fault('input/unknown-word', at, { actual, expected: [near], message });
}

/** A word given again with another value. The first one is judged. */
export function twice(word: string, first: string, firstLine: number, again: string, at: TextPlace): Fault {
  const message = `${word} is given twice with different values: ${quoted(first)} on line ${firstLine}, ${quoted(again)} here. Keep one; the first is judged.`;
  return fault('input/twice', at, { word, actual: again, message });
}

/** Structured text that breaks off or isn't well-formed. `what` names the structure, `why` what is wrong with it. */
export function notWellFormed(what: string, why: string, actual: string, at: TextPlace): Fault {
  const message = `This isn't well-formed ${what}: ${why}. What could be read is judged; complete the text and try again.`;
  return fault('input/not-well-formed', at, { actual, message });
}

/** A text that isn't Unicode and was read all the same. */
export function oldEncoding(name: string): Fault {
  const message = `The text isn't UTF-8 or UTF-16; it was read as ${name}. Save it as UTF-8 if letters look wrong.`;
  return fault('input/encoding', { line: 1, column: 1 }, { actual: name, expected: ['UTF-8'], message });
}

/** Faults beyond the number that is listed. */
export function more(count: number, level: Fault['level'], at: TextPlace): Fault {
  const message = `From here on ${count} more ${count === 1 ? 'fault is' : 'faults are'} not listed. Mend the first ones and try again.`;
  return fault('input/more', at, { level, message });
}

/** A printed object that isn't a deployment of a task sequence. `why` says what gives it away. */
export function otherObject(why: string, actual: string, at: TextPlace): Fault {
  const message = `${why} The facts are about deployments of task sequences alone.`;
  return fault('input/other-object', at, { actual, message });
}

/** A task sequence in the dialect of the Microsoft Deployment Toolkit, with one of its own steps. */
export function otherDialect(step: string, at: TextPlace): Fault {
  const message = `This is a task sequence of the Microsoft Deployment Toolkit (MDT), another dialect: its BDD_ steps, such as ${clip(step)}, aren't read. Post one exported from Configuration Manager.`;
  return fault('input/other-dialect', at, { actual: step, message });
}

/** Numbers that look alike mean nothing alike. */
const closest = (text: string, allowed: readonly string[]) => (/\d{3}/.test(text) ? null : nearest(text, allowed));
