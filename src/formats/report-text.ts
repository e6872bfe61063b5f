import { stripVTControlCharacters, styleText } from 'node:util';
import type { Source } from '../guide/plan-shape.js';
import type { Finding } from '../guide/report-shape.js';
import { pieces } from '../text/inline.js';
import { wrap } from '../text/wrap.js';
import { clean, cleanLine } from './clean.js';
import type { Page } from './index.js';
import { sourceKey } from './outline.js';
import { fixLine, groups, totals, unreadBesides } from './report-outline.js';
import type { Checked, Judged } from './reports.js';

/** How the parts of a report are painted and cited. */
interface Pen {
  readonly page: Page;
  readonly paint: (colour: Parameters<typeof styleText>[0], text: string) => string;
  readonly cite: (sources: readonly Source[]) => string;
}

const colours = { error: 'red', warning: 'yellow', note: 'cyan' } as const;
/** So much of a line is shown around its caret. */
const window = 96;

/** Answers reports as text for a terminal: worst first, each finding under the line it is about. */
export function reportText(checked: readonly Checked[], page: Page): string {
  const numbers = new Map<string, { number: number; source: Source }>();
  const paint: Pen['paint'] = page.colours
    ? (colour, text) => styleText(colour, text, { validateStream: false })
    : (_, text) => text;
  const cite: Pen['cite'] = (sources) =>
    sources
      .map((source) => {
        const entry = numbers.get(sourceKey(source)) ?? { number: numbers.size + 1, source };
        numbers.set(sourceKey(source), entry);
        return `[${entry.number}${source.inferred ? ', inferred' : ''}]`;
      })
      .join('');
  const judged = checked.flatMap((one) => ('report' in one ? [reportLines(one, { page, paint, cite })] : []));
  const sources = [...numbers.values()].map(
    ({ number, source }) =>
      `  [${number}] ${source.document} › ${source.heading}${source.url === null ? '' : `\n      ${source.url}`}`,
  );
  const foot = sources.length === 0 ? [] : [[paint('bold', 'Sources'), '', ...sources]];
  const sections = [...judged, ...foot].map((lines) => lines.join('\n'));
  return sections.length === 0 ? '' : `${sections.join('\n\n')}\n`;
}

function reportLines({ name, report, text }: Judged, pen: Pen): string[] {
  const { paint, page } = pen;
  const lines = text?.split('\n') ?? [];
  const worst = groups(report)[0]?.level;
  const head = `${clean(name)} (${report.input}): ${totals(report)}`;
  const unread = unreadBesides(report);
  return [
    paint(worst === undefined ? ['bold', 'green'] : ['bold', colours[worst]], head),
    ...groups(report).flatMap(({ level, title, findings }) => [
      '',
      paint(['bold', colours[level]], title),
      ...findings.flatMap((finding) => ['', ...findingLines(finding, lines, pen)]),
    ]),
    ...(report.unstated.length === 0 ? [] : ['', paint('bold', 'Not stated'), '']),
    ...report.unstated.map(({ word, message }) => {
      const label = page.knowledge.wordById.get(word)?.label ?? word;
      return wrapped('  - ', `${paint('bold', label)} (${word}): ${plain(message)}`);
    }),
    ...(unread.length === 0 ? [] : ['', paint('bold', 'Not understood'), '']),
    ...unread.map((one) => wrapped('  - ', `line ${one.line}: ${clean(one.text)}`)),
  ];
}

function findingLines(finding: Finding, lines: readonly string[], { page, paint, cite }: Pen): string[] {
  const { level, line, column, word, label, where, message } = finding;
  const place = line === null ? 'given beside the text' : `line ${line}${column === null ? '' : `, column ${column}`}`;
  const about = label === null ? '' : ` ${paint('bold', label)} (${word})`;
  const fix = fixLine(finding, page.knowledge);
  const cited = cite(finding.sources);
  return [
    `  ${paint(colours[level], level)} ${place}${about}`,
    ...(line === null ? [] : caret(lines[line - 1], line, column ?? 1, (text) => paint(colours[level], text))),
    wrapped('    ', `${plain(message)}${cited === '' ? '' : ` ${paint('dim', cited)}`}`),
    ...(where === null ? [] : [wrapped('    Where: ', where)]),
    ...(fix === null ? [] : [wrapped('    Fix: ', paint('green', plain(fix)))]),
    `    ${paint('dim', `Rule: ${finding.fact}`)}`,
  ];
}

/** The line of the text with a caret under its place; of a long line, the part around it. */
function caret(source: string | undefined, line: number, column: number, paint: (text: string) => string): string[] {
  if (source === undefined || source.trim() === '') return [];
  const start = Math.max(0, source.length <= window ? 0 : column - 1 - window / 2);
  const shown = cleanLine(source.slice(start, start + window)).trimEnd();
  const lead = start > 0 ? '…' : '';
  const number = String(line).padStart(5);
  const under = ' '.repeat(Math.max(0, Math.min(column - 1 - start + lead.length, window)));
  return [`  ${number} | ${lead}${shown}`, `  ${' '.repeat(number.length)} | ${under}${paint('^')}`];
}

const width = 100;
const measure = (text: string) => stripVTControlCharacters(text).length;

/** A text in lines, later ones indented under its first word. */
const wrapped = (lead: string, text: string): string => wrap(lead, text.replace(/ +/g, ' '), width, measure).join('\n');

/** A fact's text without its marks. */
const plain = (markdown: string): string =>
  clean(
    pieces(markdown)
      .map(({ kind, text }) => (kind === 'gap' ? ' ' : text))
      .join(''),
  );
