import type { Fault, Stated, Unread } from '../guide/reading.js';
import { dated } from '../guide/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { clip, fault } from './fault.js';
import type { Bound } from './powershell-bind.js';
import { chosen, convert, notChosen, type Wrong } from './powershell-convert.js';
import { readDate, readTime } from './powershell-dates.js';
import type { Value } from './powershell-value.js';

/** The script that a call stands in. */
export interface Written {
  readonly knowledge: Knowledge;
  readonly source: string;
  readonly place: (index: number) => { readonly line: number; readonly column: number };
}

/** What a call says. */
export interface CallWords {
  readonly stated: Map<string, Stated>;
  readonly faults: Fault[];
  readonly unread: Unread[];
}

/** Reads the words that the parameters of a call give. */
export function readWords(bound: readonly Bound[], written: Written, said: CallWords): void {
  const byWord = new Map<Word, Bound[]>();
  for (const one of bound) {
    const word = written.knowledge.wordById.get(one.parameter.word ?? '');
    if (!word) continue;
    if (one.value === null && one.parameter.type !== 'Switch') said.faults.push(noValue(one, word, written));
    else byWord.set(word, [...(byWord.get(word) ?? []), one]);
  }
  for (const [word, group] of byWord) {
    if (word.type === 'schedule') readSchedule(word, group, written, said);
    else if (group.some(({ parameter }) => parameter.type === 'Day' || parameter.type === 'Time'))
      readHalves(word, group, written, said);
    else if (group.some(({ parameter }) => parameter.type === 'Number')) readNotes(word, group, written, said);
    else for (const one of group) readOne(word, one, written, said);
  }
}

const noValue = ({ parameter, start }: Bound, word: Word, { place }: Written): Fault =>
  fault('input/missing-value', place(start), {
    word: word.id,
    actual: `-${parameter.name}`,
    message: `-${parameter.name} has no value: PowerShell refuses the call.`,
  });

/** Notes that what a parameter gives can't be known. */
export function leave(
  one: { readonly start: number; readonly end: number },
  why: string,
  { source, place }: Written,
  said: CallWords,
): void {
  const text = `${clip(source.slice(one.start, one.end), 100)} (${why === '' ? "the text doesn't say what it is" : why})`;
  said.unread.push({ line: place(one.start).line, text });
}

function state(
  word: Word,
  value: string | readonly string[],
  one: Bound,
  written: Written,
  said: CallWords,
  inferred = false,
): void {
  if (said.stated.has(word.id)) return;
  const { line, column } = written.place(one.start);
  const text = clip(shown(one.value) ?? written.source.slice(one.start, one.end), 200);
  said.stated.set(word.id, { word: word.id, value, text, line, column, ...(inferred ? { inferred } : {}) });
}

/** Answers a value as a person would read it, or null where it has no short form. */
function shown(value: Value | null): string | null {
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'boolean':
      return value.is ? '$true' : '$false';
    case 'date':
      return value.at;
    default:
      return null;
  }
}

function blame(
  word: Word,
  { message, expected, near }: Wrong,
  one: Bound,
  { source, place }: Written,
  said: CallWords,
): void {
  const actual = shown(one.value) ?? source.slice(one.start, one.end);
  const fix = near === null ? null : { [word.id]: near };
  said.faults.push(fault('input/unknown-value', place(one.start), { word: word.id, actual, expected, message, fix }));
}

function readOne(word: Word, one: Bound, written: Written, said: CallWords): void {
  if (one.value === null) return;
  const code = written.source.slice(one.start, one.end);
  const given = convert(one.parameter, word, one.value, code.replace(/^-?\w+\s*[:=]?\s*/, ''));
  if (given.wrong) blame(word, given.wrong, one, written, said);
  if (given.value !== undefined) state(word, given.value, one, written, said, given.inferred);
  else if (given.unread !== undefined) leave(one, given.unread, written, said);
}

/** The day and the time of one date, passed apart. */
function readHalves(word: Word, group: readonly Bound[], written: Written, said: CallWords): void {
  const half = (type: string) => group.find(({ parameter }) => parameter.type === type);
  const [whole, day, time] = [half('DateTime'), half('Day'), half('Time')];
  if (whole) {
    readOne(word, whole, written, said);
    return;
  }
  const date = day?.value?.kind === 'text' ? readDate(day.value.text) : day?.value?.kind === 'date' ? day.value : null;
  const clock =
    time?.value?.kind === 'text'
      ? readTime(time.value.text)
      : time?.value?.kind === 'date'
        ? time.value.at.slice(11)
        : null;
  if (day && date && 'at' in date && clock !== null) {
    const at = `${date.at.slice(0, 11)}${clock}`;
    if (word.type === 'date') state(word, at, day, written, said);
    return;
  }
  const why = date && 'why' in date ? date.why : day && time ? '' : `day and time are needed for ${word.id}`;
  for (const one of group) leave(one, why, written, said);
}

/** Settings that have a parameter each and a word together. */
function readNotes(word: Word, group: readonly Bound[], written: Written, said: CallWords): void {
  const known = group.flatMap((one) => {
    const text = shown(one.value);
    if (text === null) leave(one, '', written, said);
    return text === null ? [] : [`${one.parameter.name} ${text}`];
  });
  const [first] = group;
  if (first && known.length > 0) state(word, clip(known.join(', '), 300), { ...first, value: null }, written, said);
}

/** Schedules and events, all that are passed together. */
function readSchedule(word: Word, group: readonly Bound[], written: Written, said: CallWords): void {
  const elements: string[] = [];
  let sure = true;
  let utc = false;
  for (const one of group) {
    const items = one.value?.kind === 'list' ? one.value.items : one.value ? [one.value] : [];
    if (one.parameter.type === 'Switch') continue;
    if (items.length === 0) {
      sure = false;
      leave(one, 'it is empty', written, said);
    }
    for (const item of items) {
      const event = item.kind === 'text' && one.parameter.type === 'Choices' ? chosen(word, item.text) : undefined;
      if (event) elements.push(event.id);
      else if (item.kind === 'schedule' && one.parameter.type === 'Schedule') {
        elements.push(item.element);
        utc ||= item.utc && dated(item.element);
        if (utc)
          leave(
            one,
            `it is in UTC, and no word says that of ${word.id}: it is compared as a local time`,
            written,
            said,
          );
      } else {
        sure = false;
        const wrong =
          item.kind === 'text' && one.parameter.type === 'Choices'
            ? notChosen(one.parameter.name, word, item.text).wrong
            : undefined;
        if (wrong) blame(word, wrong, { ...one, value: item }, written, said);
        else leave(one, item.kind === 'unknown' ? item.why : '', written, said);
      }
    }
  }
  const cleared = group.filter(({ parameter }) => parameter.type === 'Switch');
  const [first] = group;
  if (!first || !sure) return;
  if (elements.length > 0) state(word, [...new Set(elements)], { ...first, value: null }, written, said, utc);
  else if (cleared.length > 1) state(word, ['none'], first, written, said);
  else for (const one of cleared) leave(one, 'what else starts the deployment stays as it is', written, said);
}
