import { canBeGiven, noSchedule, unknown } from '../guide/value.js';
import { targetOf } from '../knowledge/cmdlet-shape.js';
import type { Value, Word } from '../knowledge/vocabulary.js';

/** A JSON Schema, or a part of one; `enumDescriptions` and `patternErrorMessage` are what editors show. */
export type Schema = Readonly<Record<string, unknown>>;

/** February has its 29th in a year that 4 divides, and of those that 100 divides in one that 400 divides. */
const leapYear = '(?:[12]\\d(?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00)';
const day =
  '[12]\\d{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))';
const moment = `(?:${day}|${leapYear}-02-29)[T ](?:[01]\\d|2[0-3]):[0-5]\\d`;
const exampleMoment = '2026-12-01T22:00';
const patternErrorMessage = `Write a date and time as YYYY-MM-DDTHH:mm, such as ${exampleMoment}.`;

/** Answers what an editor takes as a value of a word: it offers the ids, and takes what else a reader takes. */
export function valueSchema(word: Word): Schema {
  switch (word.type) {
    case 'number':
      return anyOf({ type: 'integer', minimum: 0, maximum: 999_999_999 }, matching('\\d{1,9}'), notKnown);
    case 'date':
      return { ...anyOf({ ...matching(moment), patternErrorMessage }, notKnown), examples: [exampleMoment] };
    case 'text':
      return anyOf(
        { type: 'string', minLength: 1, maxLength: 512, pattern: '^[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*$' },
        { type: 'number' },
      );
    case 'schedule':
      return schedule(word);
    case 'version':
      return anyOf(named(word.values), { enum: numbersOf(word) }, otherNames(word.values), builds(word), notKnown);
    case 'on-off':
    case 'yes-no':
      return anyOf(named(word.values), { type: 'boolean' }, otherNames(word.values), notKnown);
    case 'choice':
      return anyOf(named(word.values), otherNames(word.values), notKnown);
  }
}

const anyOf = (...schemas: readonly (Schema | null)[]): Schema => ({ anyOf: schemas.filter((one) => one !== null) });
const notKnown: Schema = { enum: [unknown], enumDescriptions: ["I don't know: the same as not stated"] };
const matching = (pattern: string): Schema => ({ type: 'string', pattern: `^(?:${pattern})$` });

/** What an editor offers: the ids, each with its label. */
const named = (values: readonly Value[]): Schema => ({
  enum: values.map(({ id }) => id),
  enumDescriptions: values.map(describe),
});

const describe = ({ label, release }: Value): string =>
  release ? `available ${release.available}, supported until ${release.endOfSupport}` : label;

/** Labels, aliases and PowerShell's names: taken as they are written, but not offered. */
function otherNames(values: readonly Value[], fits: (name: string) => boolean = () => true): Schema | null {
  const names = values.flatMap(({ label, aliases, powershell }) => [
    label,
    ...aliases,
    ...(powershell === null || targetOf(powershell) ? [] : [powershell]),
  ]);
  const ids = values.map(({ id }) => id);
  const others = [...new Set(names)].filter((name) => !ids.includes(name) && fits(name));
  return others.length === 0 ? null : matching(others.map(escaped).join('|'));
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Without quotes a release is a number to YAML. */
const numbersOf = ({ values }: Word): number[] =>
  values.flatMap(({ id, release }) => (release && /^[1-9]\d*$/.test(id) ? [Number(id)] : []));

const builds = ({ values }: Word): Schema =>
  matching(`5\\.0?0\\.(?:${values.flatMap(({ release }) => release?.build ?? []).join('|')})(?:\\.\\d{1,5})?`);

/** One time or event, or a list of them. */
function schedule(word: Word): Schema {
  const all = word.values.filter(({ id }) => canBeGiven(word, id));
  const some = all.filter(({ id }) => id !== noSchedule);
  const one = `(?:${[...some.map(({ id }) => escaped(id)), moment].join('|')})`;
  // A comma in a label would part it in two.
  const other = otherNames(some, (name) => !name.includes(','));
  return {
    ...anyOf(
      named(all),
      matching(moment),
      otherNames(all),
      matching(`${one}(?:, ?${one})+`),
      { type: 'array', minItems: 1, items: anyOf(named(some), matching(moment), other) },
      { type: 'array', minItems: 1, maxItems: 1, items: { enum: [noSchedule] } },
      notKnown,
    ),
    examples: [exampleMoment],
  };
}
