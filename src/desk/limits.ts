import { isFields } from './fields.js';

/** Slack's limits, read by their path in the data: `block.section.text`. */
export interface Limits {
  most(path: string): number;
  range(path: string): readonly [least: number, most: number];
  among(path: string): readonly string[];
  has(path: string): boolean;
}

/** Answers the limits that a table of data holds. A path the table lacks throws, so that no check goes unlimited. */
export function readLimits(data: unknown): Limits {
  const at = (path: string) =>
    path.split('.').reduce<unknown>((part, name) => (isFields(part) ? part[name] : undefined), data);
  const missing = (path: string, wanted: string) =>
    new Error(`The table of Slack's limits has no ${wanted} at ${path}.`);
  return {
    has: (path) => at(path) !== undefined,
    most(path) {
      const value = at(path);
      if (typeof value !== 'number') throw missing(path, 'number');
      return value;
    },
    range(path) {
      const value = at(path);
      if (!Array.isArray(value) || typeof value[0] !== 'number' || typeof value[1] !== 'number')
        throw missing(path, 'range');
      return [value[0], value[1]];
    },
    among(path) {
      const value = at(path);
      if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
        throw missing(path, 'list of names');
      return value;
    },
  };
}
