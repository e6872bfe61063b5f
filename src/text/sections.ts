// The package as one file: every command reads pages, and starts sooner for it.
import MarkdownIt, { type Token } from 'markdown-it/browser';
import { cutRows, type Place, type Row } from './cut-rows.js';

export type { Place, Row };

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
// A page holds none of these blocks, and its inline text is kept as written: half the work of reading it.
const unused = ['inline', 'text_join', 'code', 'hr', 'reference', 'lheading', 'html_block'];
const markdown = new MarkdownIt().disable(unused);

/** Answers the sections of a Markdown page, in order. */
export function sections(file: string, source: string): Section[] {
  const found: Draft[] = [];
  const { text, rows } = cutRows(file, source);
  for (const block of blocks(markdown.parse(text, {}))) {
    const { type, tag } = block.token;
    const line = lineOf(block);
    const open = found.at(-1);
    if (type === 'heading_open') found.push(draft(file, line, Number(tag.slice(1)), inline(block), rows.get(line)));
    else if (!open) found.push({ ...draft(file, line, 0, ''), strays: [line] });
    else if (type === 'paragraph_open') open.paragraphs.push(inline(block));
    else if (type === 'ordered_list_open') open.steps.push(...steps(block, 0));
    else if (type === 'table_open') open.table.push(...table(file, block));
    else open.strays.push(line);
  }
  return found;
}

interface Draft extends Section {
  paragraphs: string[];
  steps: string[];
  table: TableLine[];
  strays: number[];
}

function draft(file: string, line: number, level: number, heading: string, rows: readonly Row[] = []): Draft {
  return { file, line, level, heading, rows, paragraphs: [], steps: [], table: [], strays: [] };
}

const lineOf = ({ token }: Block) => (token.map?.[0] ?? 0) + 1;

/** Answers the words of a paragraph, heading or cell, as one line. */
function inline(block: Block | undefined): string {
  const text = block?.inside[0]?.token.content ?? '';
  return (text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text).trim();
}

/** A block with the blocks directly inside it. */
interface Block {
  readonly token: Token;
  readonly inside: Block[];
}

/** Answers the blocks of a page, each with those inside it. */
function blocks(tokens: readonly Token[]): Block[] {
  const page: Block[] = [];
  const open = [page];
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const block = { token, inside: [] };
    open.at(-1)?.push(block);
    if (token.nesting === 1) open.push(block.inside);
  }
  return page;
}

function steps(list: Block, depth: number): string[] {
  return list.inside.flatMap((item) => {
    const own: string[] = [];
    const nested: string[] = [];
    for (const block of item.inside) {
      if (block.token.type === 'paragraph_open') own.push(inline(block));
      else nested.push(...steps(block, depth + 1));
    }
    return ['   '.repeat(depth) + own.join(' '), ...nested];
  });
}

function table(file: string, block: Block): TableLine[] {
  const [head, ...body] = block.inside.flatMap((part) => part.inside);
  const names = head?.inside.map((cell) => inline(cell).toLowerCase()) ?? [];
  return body.map((line) => ({
    file,
    line: lineOf(line),
    cells: new Map(names.map((name, column) => [name, inline(line.inside[column])])),
  }));
}
