import type { Place, Row, Section } from '../text/sections.js';
import { type Marks, markRows, readMarks, unmarked } from './marks.js';
import { readReleases } from './releases.js';
import { checkRows, oneOf, parts, type Report, rowOf, rowsOf, textOf } from './rows.js';

/** Who gives a word its value: an answer, a fact, a definition, a function. */
export const roles = ['asked', 'set', 'derived', 'computed'] as const;
export type Role = (typeof roles)[number];

/** What a word's value can be. */
export const types = ['choice', 'on-off', 'yes-no', 'version', 'number', 'date', 'text', 'schedule'] as const;
export type Type = (typeof types)[number];

/** A release of the current branch. Dates as YYYY-MM-DD; build as in 5.00.BUILD. */
export interface Release {
  readonly available: string;
  readonly endOfSupport: string;
  readonly build: string;
}

/** One value of a word, with the exact console label. */
export interface Value {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** The parameter's value, or a cmdlet with its parameter. */
  readonly powershell: string | null;
  readonly release: Release | null;
  /** What printed deployments and exported task sequences call it. */
  readonly marks: Marks;
}

/** A word of the vocabulary. */
export interface Word extends Place {
  readonly id: string;
  readonly index: number;
  readonly label: string;
  readonly role: Role;
  readonly type: Type;
  readonly where: string;
  readonly page: string;
  readonly description: string;
  readonly aliases: readonly string[];
  readonly powershell: string | null;
  readonly values: readonly Value[];
  /** What printed deployments and exported task sequences call it. */
  readonly marks: Marks;
  /** Of a date: the word that says whether it is in UTC. */
  readonly utc: string | null;
  /** Of a text: the word whose values some texts name, as a collection's name may say of which type it is. */
  readonly names: string | null;
  /** Whether it stands among a plan's settings: words that facts set do, and an asked word that says so. */
  readonly listed: boolean;
  /** Whether a way out may change it. */
  readonly changeable: boolean;
  /** Whether its value is typed once more by whoever acknowledges the risks of a plan. */
  readonly confirms: boolean;
  /** All its values as bits. */
  readonly full: number;
}

/** Answers whether a person can give a word its value. */
export const givable = ({ role }: Word): boolean => role === 'asked' || role === 'set';

/** What stands before the name of a preview instead of a release. */
export const preview = (value: Value): boolean => value.release === null;

const on = ['on', 'yes', 'true', '1', '$true', 'enabled', 'selected', 'checked'];
const off = ['off', 'no', 'false', '0', '$false', 'disabled', 'cleared', 'unchecked'];
const pair = (yes: string, no: string): Value[] => [
  { id: yes.toLowerCase(), label: yes, aliases: on, powershell: '$true', release: null, marks: unmarked },
  { id: no.toLowerCase(), label: no, aliases: off, powershell: '$false', release: null, marks: unmarked },
];
const switches: Partial<Record<Type, Value[]>> = { 'on-off': pair('On', 'Off'), 'yes-no': pair('Yes', 'No') };

/** Answers the words of the vocabulary pages, in order. */
export function readVocabulary(pages: readonly (readonly Section[])[], report: Report): Word[] {
  const words: Word[] = [];
  for (const section of pages.flat()) {
    if (section.level !== 2) continue;
    const word = readWord(section, words.length, report);
    const twin = words.find((other) => other.id === word.id);
    if (twin)
      report(section, `word "${word.id}" is defined twice: also in ${twin.file}:${twin.line}. Rename or remove one.`);
    else words.push(word);
  }
  return words;
}

function readWord(section: Section, index: number, report: Report): Word {
  const { rows } = section;
  checkRows(
    rows,
    {
      word: 'once',
      role: 'once',
      type: 'once',
      where: 'once',
      powershell: 'once',
      alias: 'often',
      values: 'once',
      utc: 'once',
      names: 'once',
      listed: 'once',
      fix: 'once',
      confirms: 'once',
      ...markRows,
    },
    report,
  );
  const type = oneOf(rowOf(rows, 'type'), types, 'text', section, 'type', report);
  const role = oneOf(rowOf(rows, 'role'), roles, 'set', section, 'role', report);
  const [where = '', page = ''] = textOf(rows, 'where').split(' › ');
  const values = [
    ...readReleases(section, report),
    ...(switches[type] ?? []),
    ...(rowOf(rows, 'values')?.rows ?? []).map((row) => readValue(row, report)),
  ];
  if (values.length > 31)
    report(section, `word "${textOf(rows, 'word')}" has ${values.length} values; 31 are possible. Split it.`);
  return {
    file: section.file,
    line: section.line,
    id: textOf(rows, 'word'),
    index,
    label: section.heading,
    role,
    type,
    where,
    page,
    description: section.paragraphs.join(' '),
    aliases: rowsOf(rows, 'alias').flatMap((row) => parts(row.value)),
    powershell: rowOf(rows, 'powershell')?.value ?? null,
    values,
    marks: readMarks(rows, report),
    utc: rowOf(rows, 'utc')?.value ?? null,
    names: rowOf(rows, 'names')?.value ?? null,
    listed: role === 'set' || flag(rows, 'listed', 'yes', report),
    changeable: !flag(rows, 'fix', 'never', report),
    confirms: flag(rows, 'confirms', 'yes', report),
    full: values.length === 0 ? 0 : (2 ** values.length - 1) | 0,
  };
}

/** Answers whether a row stands there; reports it where it says anything but the one thing it can say. */
function flag(rows: readonly Row[], name: string, only: string, report: Report): boolean {
  const row = rowOf(rows, name);
  if (row && row.value !== only)
    report(row, `${name} "${row.value}" isn't understood. Write ${only}, or leave the row out.`);
  return row !== undefined;
}

function readValue(row: Row, report: Report): Value {
  checkRows(row.rows, { powershell: 'once', alias: 'often', ...markRows }, report);
  return {
    id: row.name,
    label: row.value,
    aliases: rowsOf(row.rows, 'alias').flatMap((alias) => parts(alias.value)),
    powershell: rowOf(row.rows, 'powershell')?.value ?? null,
    release: null,
    marks: readMarks(row.rows, report),
  };
}
