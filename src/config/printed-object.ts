import type { Unread } from '../guide/reading.js';
import type { TextPlace } from './places.js';

/** One property as it was printed: a text, or objects inside it. */
export interface Cell extends TextPlace {
  readonly name: string;
  /** '' where it is empty; several texts stand on a line each. */
  readonly text: string;
  readonly objects: readonly Properties[];
}

/** The properties of one object, by name in lower case. */
export type Properties = ReadonlyMap<string, Cell>;

/** Where and why a text isn't well-formed. */
export interface Broken extends TextPlace {
  readonly what: 'JSON' | 'CSV';
  readonly why: string;
  /** What stands there. */
  readonly actual: string;
}

/** What a printed text holds: its objects, each with all its cells in order, and what is no object. */
export interface Printed {
  readonly objects: readonly (readonly Cell[])[];
  readonly unread: readonly Unread[];
  /** Where the text breaks off or isn't well-formed. */
  readonly broken: Broken | null;
}

/** More objects than this aren't read, nor more properties in all of them. */
export const mostObjects = 2_000;
export const mostCells = 100_000;

/** Answers what tells of the lines that are left from an offset on. */
export function restOf(text: string, from: number, line: number): Unread[] {
  let count = 0;
  for (let at = from; at >= 0 && at < text.length; at = text.indexOf('\n', at) + 1 || -1) count++;
  return count === 0 ? [] : [{ line, text: `… and ${count} more lines from here on` }];
}

/** Answers cells by name; the first of a name counts. */
export function byName(cells: readonly Cell[]): Properties {
  const properties = new Map<string, Cell>();
  for (const cell of cells) {
    const name = cell.name.toLowerCase();
    if (!properties.has(name)) properties.set(name, cell);
  }
  return properties;
}
