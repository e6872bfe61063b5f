import type { Fault, Stated, Subject } from '../guide/reading.js';
import { unknown, valueNamed } from '../guide/value.js';
import type { Value, Word } from '../knowledge/vocabulary.js';
import { nearest } from '../text/nearest.js';
import { clip } from './fault.js';
import { more, twice, unknownValue } from './faults.js';
import { readGiven } from './names.js';
import type { TextPlace } from './places.js';

/** What is read so far of one config. */
export interface Draft {
  readonly stated: Map<string, Stated>;
  readonly faults: Fault[];
  /** How often each word was met, whatever became of it. */
  readonly met: Map<string, number>;
  /** Faults that aren't listed: how many, the worst level, and where the first one is. */
  beyond: { count: number; level: Fault['level']; at: TextPlace } | null;
}

/** More faults than this aren't listed one by one. */
const mostFaults = 100;
/** A word is read so often; what stands there for the umpteenth time is counted alone. */
const mostTimes = 10;

/** Answers a draft with nothing in it. */
export const newDraft = (): Draft => ({ stated: new Map(), faults: [], met: new Map(), beyond: null });

/** Notes a fault; beyond the first hundred they are counted. */
export function addFault(draft: Draft, fault: Fault): void {
  if (draft.faults.length < mostFaults) draft.faults.push(fault);
  else countOn(draft, fault.level, fault);
}

function countOn(draft: Draft, level: Fault['level'], at: TextPlace): void {
  const { count, level: worst, at: first } = draft.beyond ?? { count: 0, level, at };
  draft.beyond = { count: count + 1, level: worst === 'error' ? worst : level, at: first };
}

/** Notes what a text gives a word: a value, "unknown", a value again, another value, or what is none. */
export function state(draft: Draft, word: Word, text: string, at: TextPlace, valueAt: TextPlace = at): void {
  const times = (draft.met.get(word.id) ?? 0) + 1;
  draft.met.set(word.id, times);
  const earlier = draft.stated.get(word.id);
  if (earlier?.text === clip(text, 200)) return;
  if (times > mostTimes) {
    countOn(draft, 'error', at);
    return;
  }
  const read = readGiven(word, text);
  if ('message' in read) {
    const near = nearValue(word, text)?.id ?? null;
    const why = /[.?]$/.test(read.message) ? read.message : `${read.message}.`;
    addFault(draft, unknownValue(word.id, text, allowed(word), why, valueAt, near));
  } else if (read.value !== unknown) {
    const { line, column } = at;
    if (!earlier) draft.stated.set(word.id, { word: word.id, value: read.value, text: clip(text, 200), line, column });
    else if (String(earlier.value) !== String(read.value))
      addFault(draft, twice(word.id, earlier.text, earlier.line, text, at));
  }
}

/** A schedule's date is written, not named. */
const allowed = ({ values, type }: Word) =>
  values.flatMap(({ id }) => (type === 'schedule' && id === 'date' ? [] : [id]));

/** The value that was probably meant; among releases none is. */
function nearValue(word: Word, text: string): Value | undefined {
  if (word.type === 'version' || word.type === 'schedule' || text.trim().length < 3) return undefined;
  const names = word.values.flatMap(({ id, label, aliases }) => [id, label, ...aliases]);
  const near = nearest(text, names);
  return near === null ? undefined : valueNamed(word, near);
}

/** Answers what was read, as one subject. */
export function subjectOf({ stated, faults, beyond }: Draft): Subject {
  const rest = beyond ? [more(beyond.count, beyond.level, beyond.at)] : [];
  return { stated: [...stated.values()], faults: [...faults, ...rest] };
}
