// The package as one file: every command reads pages, and starts sooner for it.
import MarkdownIt, { type Token } from 'markdown-it/browser';

/** A place in a page, lines counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** One `- name: value` row, with the rows nested under it. */
export interface Row extends Place {
  readonly name: string;
  readonly value: string;
  readonly rows: readonly Row[];
}

/** One line of a table: column heading → cell. */
export interface TableLine extends Place {
  readonly cells: ReadonlyMap<string, string>;
}

/** A heading with its rows, paragraphs, ordered steps and table lines. */
export interface Section extends Place {
  readonly level: number;
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly paragraphs: readonly string[];
  /** Steps in order; a nested step is indented by three spaces a level. */
  readonly steps: readonly string[];
  readonly table: readonly TableLine[];
  /** Lines of blocks that a page can't hold. */
  readonly strays: readonly number[];
}

// Blocks alone: what stands inside a line is kept as written.
const markdown = new MarkdownIt().disable(['inline', 'text_join']);

/** Answers the sections of a Markdown page, in order. */
export function sections(file: string, source: string): Section[] {
  const found: Draft[] = [];
  const tokens = markdown.parse(source, {});
  for (let at = 0; at < tokens.length; at = after(tokens, at)) {
    const token = tokens[at];
    if (!token) break;
    const line = lineOf(token);
    const open = found.at(-1);
    if (token.type === 'heading_open')
      found.push(draft(file, line, Number(token.tag.slice(1)), inline(tokens[at + 1])));
    else if (!open) found.push({ ...draft(file, line, 0, ''), strays: [line] });
    else if (token.type === 'paragraph_open') open.paragraphs.push(inline(tokens[at + 1]));
    else if (token.type === 'bullet_list_open' && open.rows.length === 0 && open.paragraphs.length === 0)
      open.rows.push(...rows(file, tokens, at));
    else if (token.type === 'ordered_list_open') open.steps.push(...steps(tokens, at, 0));
    else if (token.type === 'table_open') open.table.push(...table(file, tokens, at));
    else open.strays.push(line);
  }
  return found;
}

interface Draft extends Section {
  rows: Row[];
  paragraphs: string[];
  steps: string[];
  table: TableLine[];
  strays: number[];
}

function draft(file: string, line: number, level: number, heading: string): Draft {
  return { file, line, level, heading, rows: [], paragraphs: [], steps: [], table: [], strays: [] };
}

const lineOf = (token: Token) => (token.map?.[0] ?? 0) + 1;
const inline = (token: Token | undefined) => (token?.content ?? '').replace(/\s*\n\s*/g, ' ').trim();

/** Answers the index just behind the block that opens at `at`. */
function after(tokens: readonly Token[], at: number): number {
  const open = tokens[at];
  if (open?.nesting !== 1) return at + 1;
  let end = at + 1;
  while (end < tokens.length && !(tokens[end]?.nesting === -1 && tokens[end]?.level === open.level)) end++;
  return end + 1;
}

/** Answers the indexes of the blocks directly inside the block that opens at `at`. */
function inside(tokens: readonly Token[], at: number): number[] {
  const found: number[] = [];
  const end = after(tokens, at) - 1;
  for (let child = at + 1; child < end; child = after(tokens, child)) found.push(child);
  return found;
}

function rows(file: string, tokens: readonly Token[], list: number): Row[] {
  return inside(tokens, list).map((item) => {
    let text = '';
    const nested: Row[] = [];
    for (const child of inside(tokens, item)) {
      if (tokens[child]?.type === 'paragraph_open') text += inline(tokens[child + 1]);
      else if (tokens[child]?.type === 'bullet_list_open') nested.push(...rows(file, tokens, child));
    }
    const colon = text.indexOf(':');
    const name = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1);
    const token = tokens[item];
    return { file, line: token ? lineOf(token) : 0, name: name.trim(), value: value.trim(), rows: nested };
  });
}

function steps(tokens: readonly Token[], list: number, depth: number): string[] {
  return inside(tokens, list).flatMap((item) => {
    const own: string[] = [];
    const nested: string[] = [];
    for (const child of inside(tokens, item)) {
      if (tokens[child]?.type === 'paragraph_open') own.push(inline(tokens[child + 1]));
      else nested.push(...steps(tokens, child, depth + 1));
    }
    return ['   '.repeat(depth) + own.join(' '), ...nested];
  });
}

function table(file: string, tokens: readonly Token[], at: number): TableLine[] {
  const lines = inside(tokens, at)
    .flatMap((part) => inside(tokens, part))
    .map((line) => ({ line, cells: inside(tokens, line).map((cell) => inline(tokens[cell + 1])) }));
  const [head, ...body] = lines;
  return body.map(({ line, cells }) => {
    const token = tokens[line];
    return {
      file,
      line: token ? lineOf(token) : 0,
      cells: new Map((head?.cells ?? []).map((name, column) => [name.toLowerCase(), cells[column] ?? ''])),
    };
  });
}
