import type { Place, Row } from '../text/sections.js';
import { checkRows, parts, type Report, rowOf, rowsOf } from './rows.js';

/** Bits of a printed property: true where one of them is set, or (`not`) where none is. */
export interface Flag {
  readonly property: string;
  readonly bits: number;
  readonly not: boolean;
  /** The value where it is true; else the word's own first value, and its second where it is false. */
  readonly value: string | null;
  readonly inferred: boolean;
}

/** What tells something of a printed property: a property that is true, or a bit. */
export interface Use {
  readonly property: string;
  readonly bits: number | null;
}

/** A printed property that holds a value, or that means one where it has `equals`. */
export interface Property {
  readonly name: string;
  readonly equals: string | null;
  readonly enabled: readonly Use[];
  /** What tells that it is in UTC, where no word does. */
  readonly utc: readonly Use[];
  readonly inferred: boolean;
}

/** A variable of a step: it is a text, is set at all, or holds a property (`NAME=…` among others). */
export interface Variable {
  readonly name: string;
  readonly how: 'is' | 'set' | 'with';
  readonly text: string;
}

/** A type of step; it doesn't count where the variable `unless` says so. */
export interface Step {
  readonly type: string;
  readonly unless: Variable | null;
}

/** The names that foreign formats have for a word or a value. */
export interface Marks {
  readonly flags: readonly Flag[];
  readonly properties: readonly Property[];
  readonly variables: readonly Variable[];
  readonly steps: readonly Step[];
}

/** No foreign format names it. */
export const unmarked: Marks = { flags: [], properties: [], variables: [], steps: [] };

/** The rows that `readMarks` reads. */
export const markRows = { flag: 'often', property: 'often', variable: 'often', step: 'often' } as const;

/** Answers the foreign names that stand among the rows of a word or a value. */
export function readMarks(rows: readonly Row[], report: Report): Marks {
  return {
    flags: rowsOf(rows, 'flag').flatMap((row) => readFlag(row, report)),
    properties: rowsOf(rows, 'property').flatMap((row) => readProperty(row, report)),
    variables: rowsOf(rows, 'variable').flatMap((row) => readVariable(row, report)),
    steps: rowsOf(rows, 'step').map((row) => readStep(row, report)),
  };
}

function readFlag(row: Row, report: Report): Flag[] {
  checkRows(row.rows, { value: 'once', inferred: 'once' }, report);
  const found = /^(\w+) (not )?(.+)$/.exec(row.value);
  const bits = bitsOf(row, found?.[3] ?? '', report);
  if (!found || bits === null) return [];
  const value = rowOf(row.rows, 'value')?.value ?? null;
  return [{ property: found[1] ?? '', bits, not: found[2] !== undefined, value, inferred: saysYes(row) }];
}

function bitsOf(place: Place, text: string, report: Report): number | null {
  const bits = parts(text);
  if (bits.length > 0 && bits.every((bit) => /^0x[0-9a-fA-F]{1,8}$/.test(bit)))
    return bits.reduce((all, bit) => (all | Number(bit)) >>> 0, 0);
  report(place, `"${text}" isn't a list of bits. Write PROPERTY 0x20, or PROPERTY not 0x20, 0x40.`);
  return null;
}

const saysYes = (row: Row) => rowOf(row.rows, 'inferred')?.value === 'yes';

function readProperty(row: Row, report: Report): Property[] {
  checkRows(row.rows, { enabled: 'often', utc: 'often', inferred: 'once' }, report);
  const [, name, equals = null] = /^(\w+)(?: (\S.*))?$/.exec(row.value) ?? [];
  if (name === undefined) {
    report(row, `"${row.value}" isn't a property. Write its name, or its name and a value.`);
    return [];
  }
  return [
    { name, equals, enabled: usesOf(row, 'enabled', report), utc: usesOf(row, 'utc', report), inferred: saysYes(row) },
  ];
}

const usesOf = (row: Row, name: string, report: Report): Use[] =>
  rowsOf(row.rows, name).map((use) => {
    const [property = '', bit] = use.value.split(' ');
    return { property, bits: bit === undefined ? null : bitsOf(use, bit, report) };
  });

function readVariable(row: Row, report: Report): Variable[] {
  const found = /^(\w+)(?: (with))?(?: (\S.*))?$/.exec(row.value);
  const [, name, how, text = ''] = found ?? [];
  if (name !== undefined && (how === undefined || text !== ''))
    return [{ name, how: how === 'with' ? how : text === '' ? 'set' : 'is', text }];
  report(row, `"${row.value}" isn't a variable. Write NAME, NAME VALUE or NAME with PROPERTY.`);
  return [];
}

function readStep(row: Row, report: Report): Step {
  checkRows(row.rows, { unless: 'once' }, report);
  const unless = rowOf(row.rows, 'unless');
  return { type: row.value, unless: unless ? (readVariable(unless, report)[0] ?? null) : null };
}
