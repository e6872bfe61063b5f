import { isHeader } from './deployment-output-signs.js';
import { placesIn } from './places.js';
import { type Cell, mostCells, mostObjects, type Printed, restOf } from './printed-object.js';

interface Field {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Answers the objects of a text that Export-Csv or ConvertTo-Csv printed, whatever stands around it. */
export function readPrintedCsv(text: string): Printed {
  const unread: { line: number; text: string }[] = [];
  let start = 0;
  let line = 1;
  for (;;) {
    const end = text.indexOf('\n', start);
    const row = text.slice(start, end < 0 ? text.length : end);
    if (isHeader(row)) break;
    // Windows PowerShell names the type of the objects first.
    if (row.trim() !== '' && !/^(?:#TYPE |`{3,})/i.test(row.trim())) unread.push({ line, text: row.trim() });
    if (end < 0) return { objects: [], unread, broken: null };
    start = end + 1;
    line += 1;
  }
  const records = recordsOf(text, start, delimiterOf(text, start));
  const [header = [], ...rows] = records.rows;
  const objects: Cell[][] = [];
  for (const row of rows) {
    const [first] = row;
    if (!first || (row.length === 1 && first.text.trim() === '')) continue;
    if (row.length === 1 || sameAs(row, header)) {
      if (row.length === 1 && !/^`{3,}$/.test(first.text.trim()))
        unread.push({ line: first.line, text: first.text.trim() });
      continue;
    }
    objects.push(
      row.slice(0, header.length).map((field, at) => ({ ...field, name: header[at]?.text.trim() ?? '', objects: [] })),
    );
    const rest = row.slice(header.length);
    const [extra] = rest;
    if (extra) unread.push({ line: extra.line, text: rest.map((field) => field.text).join(', ') });
    else if (row.length < header.length)
      unread.push({ line: first.line, text: `only ${row.length} of ${header.length} values stand in this row` });
  }
  return { objects, unread: [...unread, ...records.rest], broken: records.broken };
}

/** Several outputs in one file repeat the header. */
const sameAs = (row: readonly Field[], header: readonly Field[]) =>
  row.length === header.length && row.every(({ text }, at) => text === header[at]?.text);

function delimiterOf(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  const header = text.slice(start, end < 0 ? text.length : end);
  const counted = [',', ';', '\t'].map((one) => ({ one, count: header.split(one).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.one ?? ',';
}

/** Rows, and what is left where there are too many. */
interface Records {
  readonly rows: Field[][];
  readonly broken: Printed['broken'];
  readonly rest: Printed['unread'];
}

/** Answers the records from an offset on: quoted fields may hold delimiters, line breaks and doubled quotes. */
function recordsOf(text: string, start: number, delimiter: string): Records {
  const place = placesIn(text);
  const rows: Field[][] = [];
  let row: Field[] = [];
  let cells = 0;
  for (let at = start; at <= text.length; ) {
    if (++cells > mostCells || rows.length > mostObjects) {
      const from = text.indexOf('\n', at - 1) + 1 || text.length;
      return { rows: row.length > 0 ? [...rows, row] : rows, broken: null, rest: restOf(text, from, place(from).line) };
    }
    const field = text[at] === '"' ? quoted(text, at) : { value: '', end: at };
    if (!field) {
      const why = "the quote that opens here isn't closed";
      return {
        rows: [...rows, [...row, { text: '', ...place(at) }]],
        rest: [],
        broken: { ...place(at), what: 'CSV', why, actual: text.slice(at, at + 200) },
      };
    }
    let { end } = field;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
    row.push({ text: field.value + text.slice(field.end, end).replace(/\r$/, ''), ...place(at) });
    if (text[end] !== delimiter) {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return { rows, broken: null, rest: [] };
}

/** Answers what stands in the quotes that open at `at`, and the offset behind them; null where they don't close. */
function quoted(text: string, at: number): { value: string; end: number } | null {
  let value = '';
  for (let from = at + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close < 0) return null;
    value += text.slice(from, close);
    if (text[close + 1] !== '"') return { value, end: close + 1 };
    value += '"';
    from = close + 2;
  }
}
