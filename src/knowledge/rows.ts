import { didYouMean } from '../text/nearest.js';
import type { Problem } from '../text/problem.js';
import type { Place, Row } from '../text/sections.js';

/** Collects what is wrong while pages are read, so that all of it is told at once. */
export type Report = (place: Place, message: string) => void;

/** Answers a report and the list it fills. */
export function reporter(): { report: Report; problems: Problem[] } {
  const problems: Problem[] = [];
  return { problems, report: ({ file, line }, message) => problems.push({ file, line, message }) };
}

/** Reports rows whose name isn't one of `allowed`, and single rows that stand twice. */
export function checkRows(
  rows: readonly Row[],
  allowed: Readonly<Record<string, 'once' | 'often'>>,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const often = allowed[row.name];
    if (often === undefined)
      report(
        row,
        `unknown row "${row.name}". Rows here: ${Object.keys(allowed).join(', ')}.${didYouMean(row.name, Object.keys(allowed))}`,
      );
    else if (often === 'once' && seen.has(row.name))
      report(row, `row "${row.name}" stands twice in this section. Keep one.`);
    seen.add(row.name);
  }
}

/** Answers the first row of that name. */
export const rowOf = (rows: readonly Row[], name: string): Row | undefined => rows.find((row) => row.name === name);

/** Answers the value of the first row of that name, or ''. */
export const textOf = (rows: readonly Row[], name: string): string => rowOf(rows, name)?.value ?? '';

/** Answers all rows of that name. */
export const rowsOf = (rows: readonly Row[], name: string): Row[] => rows.filter((row) => row.name === name);

/** Answers the comma-separated parts of a value. */
export const parts = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Answers the value of a row if it is one of `allowed`; else reports it and answers `otherwise`. */
export function oneOf<T extends string>(
  row: Row | undefined,
  allowed: readonly T[],
  otherwise: T,
  place: Place,
  name: string,
  report: Report,
): T {
  const known = allowed.find((value) => value === row?.value);
  if (known !== undefined) return known;
  report(
    row ?? place,
    `${name} "${row?.value ?? ''}" isn't one of ${allowed.join(', ')}.${didYouMean(row?.value ?? '', allowed)}`,
  );
  return otherwise;
}
