/** A place in a page, lines counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** One `- name: value` row, with the rows nested under it. */
export interface Row extends Place {
  readonly name: string;
  readonly value: string;
  /** All of it, as written. */
  readonly text: string;
  readonly rows: readonly Row[];
}

/** A page without its rows, every other line at its place, and the rows under each heading, by its line. */
interface CutPage {
  readonly text: string;
  readonly rows: ReadonlyMap<number, readonly Row[]>;
}

const heading = /^#{1,6}(?:\s|$)/;
const marks = ['- ', '* ', '+ '] as const;
/** What begins a block of its own right behind a row; any other line goes on with the row. */
const block = /^(?:#|\d+[.)]\s|\||>|```|~~~)/;
/** What stands further in than the mark of a row belongs to that row. */
const markSize = 2;

/**
 * Takes the rows out of a page: the list that stands right under a heading. Rows are most of a page and hold no mark-up: reading
 * them as Markdown would take longer than all the rest.
 */
export function cutRows(file: string, source: string): CutPage {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const found = new Map<number, readonly Row[]>();
  // The rows that stand open, outermost first; none before a heading and behind text.
  let open: { readonly indent: number; readonly rows: Row[] }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const inside = line.trimStart();
    if (heading.test(line)) {
      open = [{ indent: -markSize, rows: [] }];
      found.set(at + 1, open[0]?.rows ?? []);
    } else if (open.length > 0 && isRow(inside)) {
      const first = at + 1;
      let text = inside.slice(markSize).trim();
      lines[at] = '';
      for (let next = lines[at + 1] ?? ''; goesOn(next); next = lines[at + 1] ?? '') {
        text = `${text} ${next.trim()}`;
        at += 1;
        lines[at] = '';
      }
      const indent = line.slice(0, -inside.length).replaceAll('\t', '    ').length;
      while ((open.at(-1)?.indent ?? 0) + markSize > indent) open.pop();
      const rows: Row[] = [];
      open.at(-1)?.rows.push(row(file, first, text, rows));
      open.push({ indent, rows });
    } else if (inside !== '') open = [];
  }
  return { text: lines.join('\n'), rows: found };
}

const isRow = (inside: string) => marks.some((mark) => inside.startsWith(mark));

function goesOn(line: string): boolean {
  const inside = line.trimStart();
  return inside !== '' && !isRow(inside) && !block.test(line);
}

function row(file: string, line: number, text: string, rows: readonly Row[]): Row {
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon).trim();
  const value = colon < 0 ? '' : text.slice(colon + 1).trim();
  return { file, line, name, value, text, rows };
}
