import type { Finding, Report } from '../guide/report-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { fixWords } from './sheet.js';

/** The findings of one level. */
export interface Group {
  readonly level: Finding['level'];
  readonly title: string;
  readonly findings: readonly Finding[];
}

const titles = { error: 'Errors', warning: 'Warnings', note: 'Notes' } as const;
const levels = ['error', 'warning', 'note'] as const;

/** Answers the findings by level, worst first; a level with none is left out. */
export const groups = ({ findings }: Report): Group[] =>
  levels.flatMap((level) => {
    const own = findings.filter((finding) => finding.level === level);
    return own.length > 0 ? [{ level, title: titles[level], findings: own }] : [];
  });

/** Answers a report in one line: "2 errors, 1 warning; 3 words not stated". */
export function totals(report: Report): string {
  const { summary } = report;
  const unread = unreadBesides(report);
  const found = [
    count(summary.errors, 'error'),
    count(summary.warnings, 'warning'),
    count(summary.notes, 'note'),
  ].filter((one) => one !== null);
  const missing = count(summary.unstated, 'word');
  const parts = [
    found.length > 0 ? found.join(', ') : 'nothing wrong found',
    ...(missing === null ? [] : [`${missing} not stated`]),
    ...(unread.length === 0 ? [] : [`${count(unread.length, 'line')} not understood`]),
  ];
  return parts.join('; ');
}

const count = (number: number, noun: string) => (number === 0 ? null : `${number} ${noun}${number === 1 ? '' : 's'}`);

/** Answers what to do about a finding: the fix in words, or null where there is none. */
export const fixLine = (finding: Finding, knowledge: Knowledge): string | null =>
  finding.fix === null ? null : fixWords(finding.fix, knowledge);

/** Answers the lines that weren't understood and that no finding is about. */
export function unreadBesides({ unread, findings }: Report): Report['unread'] {
  const told = new Set(findings.flatMap(({ fact, line }) => (fact === 'input/unknown-word' ? [line] : [])));
  return unread.filter(({ line }) => !told.has(line));
}
