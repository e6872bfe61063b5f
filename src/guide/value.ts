import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { preview, type Value, type Word } from '../knowledge/vocabulary.js';
import { nearest } from '../text/nearest.js';

/** What a person answers who doesn't know. */
export const unknown = 'unknown';

/** The key by which a JSON config names its JSON Schema; it states nothing. */
export const schemaKey = '$schema';

/** A value of a word as read from a person's text, or why it can't be one. */
export type ReadValue = { readonly value: string | readonly string[] } | { readonly message: string };

const dateTime = /^[12]\d{3}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/;
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Answers whether a value is one that can be given: the dates of a schedule, its first value, stand for a time to choose. */
export const canBeGiven = (word: Word, value: string): boolean =>
  word.type !== 'schedule' || value !== word.values[0]?.id;

/** The element of a schedule that stands alone. */
export const noSchedule = 'none';

/** Answers whether an element of a schedule is a date and time. */
export const dated = (element: string): boolean => dateTime.test(element);

/** Answers the value that a text gives a word: its id, console label, alias or PowerShell value, in any case. */
export function readValue(word: Word, text: string): ReadValue {
  const given = text.trim();
  if (/^(unknown|i don['’]t know|don['’]t know|\?)$/i.test(given)) return { value: unknown };
  switch (word.type) {
    case 'number':
      return /^\d{1,9}$/.test(given)
        ? { value: String(Number(given)) }
        : { message: `${quote(given)} isn't a whole number from 0 to 999999999. Write it in digits, such as 25` };
    case 'date':
      return readDate(given);
    case 'text':
      return readText(given);
    case 'schedule':
      return readSchedule(word, given);
    default: {
      const value = valueNamed(word, given);
      return value ? { value: value.id } : { message: unknownValue(word, given) };
    }
  }
}

/** Answers the value of a word with that id, label, alias or PowerShell value. */
export function valueNamed(word: Word, text: string): Value | undefined {
  const exact = word.values.find(({ id }) => id === text);
  if (exact) return exact;
  const wanted = fold(text);
  return valuesByName(word).get(wanted) ?? byBuild(word, wanted);
}

const byName = new WeakMap<Word, ReadonlyMap<string, Value>>();

/** The values of a word by their folded names; the first of a name counts. */
function valuesByName(word: Word): ReadonlyMap<string, Value> {
  const earlier = byName.get(word);
  if (earlier) return earlier;
  const pairs = word.values.flatMap((value) => namesOf(value).map((name) => [fold(name), value] as const));
  const values = new Map(pairs.reverse());
  byName.set(word, values);
  return values;
}

/** Answers the text a person compares by: lower case, single spaces, plain quotes, no commas. */
export const fold = (text: string): string =>
  text.toLowerCase().replace(/[‘’]/g, "'").replaceAll(',', '').replace(/\s+/g, ' ').trim();

const namesOf = (value: Value): string[] => [
  value.id,
  value.label,
  ...value.aliases,
  ...(value.powershell === null ? [] : [value.powershell]),
];
const quote = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A full build such as 5.00.9122.1033 names its release too. */
function byBuild(word: Word, wanted: string): Value | undefined {
  const build = /^5\.0?0\.(\d{4})(?:\.\d{1,5})?$/.exec(wanted)?.[1];
  return build === undefined ? undefined : word.values.find((value) => value.release?.build === build);
}

function unknownValue(word: Word, given: string): string {
  const allowed = word.values
    .map((value) => (value.label === value.id ? value.id : `${value.id} (${value.label})`))
    .join(', ');
  if (word.type === 'version')
    return `${quote(given)} isn't a release of the current branch. ${neighbours(word, given)}Releases: ${allowed}`;
  const near = nearest(given, word.values.flatMap(namesOf));
  const meant = near === null ? undefined : valueNamed(word, near);
  return `${quote(given)} isn't a value of ${word.id}. Allowed: ${allowed}.${meant ? ` Did you mean "${meant.id}"?` : ''}`;
}

function neighbours(word: Word, given: string): string {
  const releases = word.values.filter((value) => !preview(value)).map((value) => value.id);
  const own = word.values.find((value) => preview(value) && value.id.endsWith(given) && given !== '');
  const hint = own ? `${given} was a technical preview only (${own.id}). ` : '';
  if (!/^\d{4}$/.test(given)) {
    const near = nearest(given, releases);
    return near ? `Did you mean "${near}"? ` : hint;
  }
  const before = releases.filter((release) => release < given).at(-1);
  const later = releases.find((release) => release > given);
  return `${hint}Nearest: ${[before, later].filter((one) => one !== undefined).join(' and ')}. `;
}

function readDate(given: string): ReadValue {
  const text = given.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/, '$1T$2');
  if (dateTime.test(text) && isValid(parseISO(text))) return { value: text };
  return {
    message: `${quote(given)} isn't a date and time. Write it as YYYY-MM-DDTHH:mm without an offset, such as 2026-12-01T22:00`,
  };
}

function readText(given: string): ReadValue {
  if (given === '') return { message: 'the value is empty. Give a text' };
  if (given.length > 512) return { message: `the text has ${given.length} characters. At most 512 are possible` };
  return controls.test(given) ? { message: 'the text holds a control character. Remove it' } : { value: given };
}

function readSchedule(word: Word, given: string): ReadValue {
  // A date is given by itself, not by the name of its kind.
  const events = { ...word, values: word.values.filter(({ id }) => id !== 'date') };
  const elements: string[] = [];
  // A label may hold commas itself.
  for (const part of valueNamed(events, given) ? [given] : given.split(',')) {
    const element = part.trim();
    const date = readDate(element);
    const value = 'value' in date && typeof date.value === 'string' ? date.value : valueNamed(events, element)?.id;
    if (value === undefined)
      return { message: `${unknownValue(events, element)} A date and time is written as YYYY-MM-DDTHH:mm` };
    if (!elements.includes(value)) elements.push(value);
  }
  return elements.length > 1 && elements.includes(noSchedule)
    ? { message: `"${noSchedule}" stands beside other schedules. Give one or the other` }
    : { value: elements };
}
