import { type Cell, parseCell } from '../logic/cell.js';
import { type Place, type Row, type Section, sections } from '../text/sections.js';
import { checkRows, oneOf, parts, type Report, rowOf, rowsOf, textOf } from './rows.js';
import { type Wording, wordingsIn } from './wordings.js';

export const kinds = ['setting', 'prerequisite', 'limit', 'warning', 'procedure', 'definition', 'note'] as const;
export type Kind = (typeof kinds)[number];
/** How firmly a fact asks for something. */
export const forces = ['required', 'recommended', 'optional'] as const;
export type Force = (typeof forces)[number];
/** How loud a warning is, loudest first. */
export const levels = ['high-risk', 'caution', 'note'] as const;
export type Level = (typeof levels)[number];

/** A row *word: cell*, as written. */
export interface Condition extends Place {
  readonly word: string;
  readonly cell: Cell;
  readonly text: string;
}

/** A citation: the passages of a document that state the fact. */
export interface Citation extends Place {
  readonly document: string;
  readonly heading: string;
  readonly passages: readonly string[];
  readonly inferred: boolean;
}

/** One fact, as its section states it. */
export interface Fact extends Place {
  readonly id: string;
  readonly index: number;
  readonly kind: Kind;
  readonly force: Force;
  readonly level: Level | null;
  readonly heading: string;
  readonly text: string;
  readonly steps: readonly string[];
  readonly when: readonly Condition[];
  readonly must: readonly Condition[];
  /** Ways out that can't be found without the fact, as word → value. */
  readonly fixes: readonly ReadonlyMap<string, string>[];
  readonly citations: readonly Citation[];
  /** Questions that it answers, as people put them. */
  readonly asks: readonly string[];
  /** The answers of those that are yes-or-no questions: same order. */
  readonly replies: readonly Wording['reply'][];
  /** A text that makes this fact a finding wherever it is posted. */
  readonly posted: string | null;
  /** The preview whose page it stands on, or null on the current branch. */
  readonly preview: string | null;
}

/** Answers the facts of the fact pages, given as path and text, in order. */
export function readFacts(pages: readonly (readonly [path: string, text: string])[], report: Report): Fact[] {
  const facts: Fact[] = [];
  for (const [path, text] of pages) {
    const page = sections(path, text);
    const [title] = page;
    if (title) checkRows(title.rows, { preview: 'once' }, report);
    const preview = title ? (rowOf(title.rows, 'preview')?.value ?? null) : null;
    for (const section of page) {
      if (section.level === 2) facts.push(readFact(section, facts.length, preview, report));
      else if (section.level !== 1)
        report(section, 'a page of facts has one first heading and second headings. Make this one of them.');
      for (const line of section.strays)
        report(
          { file: section.file, line },
          'a fact holds rows, then paragraphs and one ordered list. Rewrite this block.',
        );
    }
  }
  return facts;
}

function readFact(section: Section, index: number, preview: string | null, report: Report): Fact {
  const { rows } = section;
  checkRows(
    rows,
    {
      id: 'once',
      kind: 'once',
      force: 'once',
      level: 'once',
      when: 'once',
      must: 'once',
      fix: 'often',
      source: 'often',
      asks: 'often',
      posted: 'once',
    },
    report,
  );
  const kind = oneOf(rowOf(rows, 'kind'), kinds, 'note', section, 'kind', report);
  const force = rowOf(rows, 'force');
  const level = rowOf(rows, 'level');
  const wordings = wordingsIn(rows);
  if ((kind === 'warning') !== (level !== undefined))
    report(section, 'a warning, and only a warning, has a level: high-risk, caution or note.');
  if ((kind === 'procedure') !== section.steps.length > 0)
    report(section, 'a procedure, and only a procedure, has an ordered list of steps.');
  return {
    file: section.file,
    line: section.line,
    id: textOf(rows, 'id'),
    index,
    kind,
    force: force ? oneOf(force, forces, 'required', section, 'force', report) : 'required',
    level: level ? oneOf(level, levels, 'note', section, 'level', report) : null,
    heading: section.heading,
    text: section.paragraphs.join('\n\n'),
    steps: section.steps,
    when: readConditions(rowOf(rows, 'when')),
    must: readConditions(rowOf(rows, 'must')),
    fixes: rowsOf(rows, 'fix').map((row) => new Map(row.rows.map(({ name, value }) => [name, value]))),
    citations: rowsOf(rows, 'source').map((row) => readCitation(row, report)),
    asks: wordings.map(({ text }) => text),
    replies: wordings.map(({ reply }) => reply),
    posted: rowOf(rows, 'posted')?.value ?? null,
    preview,
  };
}

/** Answers the rows *word: cell* under a row. */
export const readConditions = (row: Row | undefined): Condition[] =>
  (row?.rows ?? []).map(({ file, line, name, value }) => ({
    file,
    line,
    word: name,
    cell: parseCell(value),
    text: value,
  }));

function readCitation(row: Row, report: Report): Citation {
  checkRows(row.rows, { passage: 'often', inferred: 'once' }, report);
  const [document = '', heading = ''] = row.value.split(' › ').map((part) => part.trim());
  if (heading === '') report(row, `source "${row.value}" has no heading. Write: document › heading.`);
  return {
    file: row.file,
    line: row.line,
    document,
    heading,
    passages: rowsOf(row.rows, 'passage').flatMap((passage) => parts(passage.value)),
    inferred: textOf(row.rows, 'inferred') === 'yes',
  };
}
