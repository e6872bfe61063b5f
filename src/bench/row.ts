/** One line of the report. `ok` is true where there is no target. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, or null. */
  readonly peer: string | null;
  readonly target: string | null;
  readonly ok: boolean;
  /** What was measured to get the value, for a person. */
  readonly measured: string;
}

/** What a row says besides its value and target. */
export type Told = Pick<Row, 'name' | 'unit' | 'measured'> & { readonly peer?: string };

/** Answers a row whose value may be `most` at most. */
export const atMost = (most: number, value: number, told: Told): Row =>
  row(value, told, `at most ${most}`, value <= most);

/** Answers a row whose value has to be `least` at least. */
export const atLeast = (least: number, value: number, told: Told): Row =>
  row(value, told, `at least ${least}`, value >= least);

/** Answers a row that only tells. */
export const noTarget = (value: number, told: Told): Row => row(value, told, null, true);

const row = (value: number, { name, unit, peer, measured }: Told, target: string | null, ok: boolean): Row => ({
  name,
  value: Number(value.toPrecision(3)),
  unit,
  peer: peer ?? null,
  target,
  ok,
  measured,
});

/** Answers the rows as a table for a person. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['', 'measure', 'value', 'target', 'measured'],
    ...rows.map(({ name, value, unit, peer, target, ok, measured }) => [
      ok ? 'ok' : 'MISSED',
      name,
      `${value.toLocaleString('en')} ${unit}${peer === null ? '' : ` ${peer}`}`,
      target ?? '-',
      measured,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
