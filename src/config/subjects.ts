import type { Fault, Reading, Subject, Unread } from '../guide/reading.js';
import { more, twice } from './faults.js';

/** What was read of a config, and whether a word of ours stands in it, whatever it is given. */
export interface ConfigRead {
  readonly subjects: readonly Subject[];
  readonly unread: readonly Unread[];
  readonly named: boolean;
}

/** A text with more calls, objects or configs, or with more faults, is cut there. */
export const mostSubjects = 500;
const mostFaults = 200;

/** Answers a subject with everything that another one states too; what both give differently is a fault. */
export function joined(first: Subject, second: Subject): Subject {
  const stated = new Map(first.stated.map((one) => [one.word, one]));
  const faults = [...first.faults, ...second.faults];
  for (const one of second.stated) {
    const earlier = stated.get(one.word);
    if (!earlier) stated.set(one.word, one);
    else if (String(earlier.value) !== String(one.value))
      faults.push(twice(one.word, earlier.text, earlier.line, one.text, one));
  }
  return { stated: [...stated.values()], faults };
}

/** Answers a subject with what stands around it, where it doesn't say otherwise itself. */
export function inherit(own: Subject, outer: Subject): Subject {
  const words = wordsIn(own);
  return { stated: [...own.stated, ...outer.stated.filter(({ word }) => !words.has(word))], faults: own.faults };
}

/** Answers subjects with what stands around all of them; its faults are told once. */
export const surrounded = (subjects: readonly Subject[], outer: Subject): readonly Subject[] =>
  subjects.map((subject, at) => {
    const { stated, faults } = inherit(subject, outer);
    return { stated, faults: at === 0 ? [...outer.faults, ...faults] : faults };
  });

/** Answers one subject if no word repeats from one to the next: then they are parts of one config. */
export const together = (subjects: readonly Subject[], always = false): readonly Subject[] =>
  subjects.length > 1 && (always || !repeats(subjects)) ? [subjects.reduce(joined)] : subjects;

/** Answers whether a word stands in several subjects: then they are configs of their own. */
export function repeats(subjects: readonly Subject[]): boolean {
  const met = new Set<string>();
  for (const subject of subjects)
    for (const word of wordsIn(subject)) {
      if (met.has(word)) return true;
      met.add(word);
    }
  return false;
}

function wordsIn({ stated, faults }: Subject): Set<string> {
  return new Set([...stated.map(({ word }) => word), ...faults.flatMap(({ word }) => word ?? [])]);
}

/** Answers the subjects with one more fault, on the first of them. */
export function withFault([first, ...others]: readonly Subject[], fault: Fault): readonly Subject[] {
  return [{ stated: first?.stated ?? [], faults: [...(first?.faults ?? []), fault] }, ...others];
}

/** Answers a reading of a part of a text with its places in the whole text. */
export function moved(reading: Reading, line: number, column: number): Reading {
  const move = <T extends { readonly line: number; readonly column: number }>(one: T): T => ({
    ...one,
    line: one.line + line - 1,
    column: one.line === 1 ? one.column + column - 1 : one.column,
  });
  return {
    input: reading.input,
    subjects: reading.subjects.map(({ stated, faults }) => ({ stated: stated.map(move), faults: faults.map(move) })),
    unread: reading.unread.map(({ line: own, text }) => ({ line: own + line - 1, text })),
  };
}

/** Answers a reading short enough to be judged and printed; what is left out is told. */
export function bounded(reading: Reading): Reading {
  const { subjects, unread } = reading;
  let left = mostFaults;
  const kept = subjects.slice(0, mostSubjects).map(({ stated, faults }) => {
    const some = faults.slice(0, left);
    left -= some.length;
    const [cut] = faults.slice(some.length);
    const level = faults.some((fault) => fault.level === 'error') ? 'error' : 'warning';
    return { stated, faults: cut ? [...some, more(faults.length - some.length, level, cut)] : some };
  });
  const cut = subjects[mostSubjects]?.stated[0];
  const rest = `… and ${subjects.length - mostSubjects} more calls, objects or configs from here on`;
  return { ...reading, subjects: kept, unread: cut ? [...unread, { line: cut.line, text: rest }] : unread };
}
