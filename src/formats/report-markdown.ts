import type { Finding } from '../guide/report-shape.js';
import type { Source } from '../knowledge/sources.js';
import { escapeMarkdown } from '../text/inline.js';
import { clean, codeSpan } from './clean.js';
import type { Page } from './index.js';
import { fixLine, groups, totals, unreadBesides } from './report-outline.js';
import type { Checked, Judged } from './reports.js';

/** Answers reports as Markdown, ready for a ticket or a pull request. */
export const reportMarkdown = (checked: readonly Checked[], page: Page): string =>
  checked
    .map((one) =>
      'report' in one ? reportLines(one, page) : [`# ${escaped(one.name)}`, '', `Not read: ${escaped(one.error)}`],
    )
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');

const escaped = (text: string) => escapeMarkdown(clean(text));

function reportLines({ name, report, text }: Judged, page: Page): string[] {
  const lines = text?.split('\n') ?? [];
  const unread = unreadBesides(report);
  return [
    `# ${escaped(name)}`,
    '',
    `${report.input}: ${totals(report)}.`,
    ...groups(report).flatMap(({ title, findings }) => [
      '',
      `## ${title}`,
      '',
      ...findings.flatMap((finding) => findingLines(finding, lines, page)),
    ]),
    ...(report.unstated.length === 0 ? [] : ['', '## Not stated', '']),
    ...report.unstated.map(({ word, message }) => `- \`${word}\`: ${oneLine(message)}`),
    ...(unread.length === 0 ? [] : ['', '## Not understood', '']),
    ...unread.map((one) => `- line ${one.line}: ${codeSpan(one.text)}`),
  ];
}

function findingLines(finding: Finding, lines: readonly string[], { knowledge }: Page): string[] {
  const { line, word, label, where, message, sources } = finding;
  const place = line === null ? 'given beside the text' : `line ${line}`;
  const about = label === null ? '' : `, ${escaped(label)} (\`${word}\`)`;
  const source = line === null ? '' : codeSpan((lines[line - 1] ?? '').slice(0, 200));
  const fix = fixLine(finding, knowledge);
  return [
    `- **${place}${about}**: ${oneLine(message)} ${cite(sources)}`.trimEnd(),
    ...(source === '' ? [] : [`  - The text: ${source}`]),
    ...(where === null ? [] : [`  - Where: ${escaped(where)}`]),
    ...(fix === null ? [] : [`  - Fix: **${oneLine(fix)}**`]),
    `  - Rule: \`${finding.fact}\``,
  ];
}

/** A fact's paragraphs on one line. */
const oneLine = (markdown: string) => clean(markdown).replace(/\s+/g, ' ').trim();

function cite(sources: readonly Source[]): string {
  const links = sources.map(({ heading, url, document, inferred }) => {
    const name = url === null ? `${escapeMarkdown(heading)} (${document})` : `[${escapeMarkdown(heading)}](${url})`;
    return `${name}${inferred ? ', inferred' : ''}`;
  });
  return links.length === 0 ? '' : `*(${links.join('; ')})*`;
}
