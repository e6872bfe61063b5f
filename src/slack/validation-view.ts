import { cleanLine } from '../formats/clean.js';
import { groups, totals, unreadBesides } from '../formats/report-outline.js';
import type { Finding } from '../guide/report-shape.js';
import type { Id } from '../store/id.js';
import * as block from './blocks.js';
import { cite, fromMarkdown } from './facts.js';
import { bold, code, cut, fenced, italic, words } from './mrkdwn.js';
import { names } from './names.js';
import { noticeMessage } from './notice.js';
import { type Message, type Part, pack } from './pack.js';
import type { Line } from './split.js';
import type { Unvalidated, Validated } from './validator.js';

const levels = { error: 'Error', warning: 'Warning', note: 'Note' } as const;
const inputs = {
  config: 'a config',
  powershell: 'a PowerShell script',
  'deployment-output': 'the output of a deployment',
  'task-sequence': 'an exported task sequence',
} as const;

/** So many messages tell a report; a longer one goes on in a file. */
const mostMessages = 3;

/** A report as messages, and whether it goes on in a file. */
export interface ReportMessages {
  readonly messages: readonly Message[];
  readonly inFile: boolean;
}

/** Answers what is told of a validated text: findings worst first, then what isn't stated or understood. `reading` is where the guide can start. */
export function reportMessages(validated: Validated, reading: Id | null): ReportMessages {
  const { report, name } = validated;
  const unread = unreadBesides(report);
  const parts: Part[] = [
    ...groups(report).map(({ title, findings }) => ({
      heading: title,
      groups: [{ lines: findings.map((finding) => findingLine(finding, validated)) }],
    })),
    ...part(
      'Not stated',
      report.unstated.map(
        ({ word, message }): Line => [
          words('• '),
          bold(validated.labelOf(word)),
          words(' ('),
          code(word),
          words('): '),
          ...fromMarkdown(message),
        ],
      ),
    ),
    ...part(
      'Not understood',
      unread.map(({ line, text }): Line => [words(`• Line ${line}: ${cleanLine(text)}`)]),
    ),
  ];
  const lead = [words(`Read as ${inputs[report.input]}. `), ...(report.findings.length === 0 ? [words(nothing)] : [])];
  const all = pack(`${cut(name, 80)}: ${totals(report)}`, [lead], parts, 2);
  const shown = all.slice(0, mostMessages);
  const inFile = shown.length < all.length;
  const foot = [
    ...(inFile ? [block.context(words('The rest of it stands in the file.'))] : []),
    ...(reading === null ? [] : [openRow(reading)]),
  ];
  return {
    messages: shown.map((one, at) => (at === shown.length - 1 ? { ...one, blocks: [...one.blocks, ...foot] } : one)),
    inFile,
  };
}

const nothing = 'Nothing is wrong in what it states.';

const part = (heading: string, lines: readonly Line[]): Part[] =>
  lines.length === 0 ? [] : [{ heading, groups: [{ lines }] }];

const openRow = (reading: Id) =>
  block.actions('reading', block.button(names.openReading, 'Open the guide with this', reading, 'primary'));

function findingLine(finding: Finding, validated: Validated): Line {
  const { level, line, column, word, label, where, message, sources, fact } = finding;
  const source = line === null ? '' : excerpt(validated.lines[line - 1] ?? '', column ?? 1);
  const fix = validated.fixOf(finding);
  return [
    bold(levels[level]),
    words(line === null ? ' in what was given beside the text' : ` in line ${line}`),
    ...(label === null ? [] : [words(': '), bold(label), words(` (${word})`)]),
    ...(source === '' ? [] : [words('\n'), code(source)]),
    words('\n'),
    ...fromMarkdown(message),
    ...cite(sources),
    ...(where === null ? [] : [words(`\nWhere: ${where}`)]),
    ...(fix === null ? [] : [words('\n→ '), italic('Fix:'), words(' '), ...fromMarkdown(fix)]),
    words('\nRule: '),
    code(fact),
  ];
}

/** So much of a long line is shown around its place. */
const excerptSize = 120;

function excerpt(line: string, column: number): string {
  const start = line.length <= excerptSize ? 0 : Math.max(0, column - 1 - excerptSize / 3);
  const shown = cleanLine(line.slice(start, start + excerptSize)).trim();
  return `${start > 0 ? '…' : ''}${shown}${start + excerptSize < line.length ? '…' : ''}`;
}

/** Answers that a text couldn't be used, and why. */
export const unusableMessage = ({ name, error }: Unvalidated): Message =>
  noticeMessage({ title: '', lines: [[bold(cut(name, 120)), words(`: ${cut(error, 2_000)}`)]] });

/** Answers that Slack broke a report off: what wasn't told to the end, and what to do. */
export const brokenOffMessage = (names: readonly string[], reference: string): Message =>
  noticeMessage({
    title: '',
    lines: [
      [
        bold('Broken off'),
        words(
          `: Slack didn't take all that is to be told of ${cut(names.join(', '), 600)}. What stands there is right, but not all.`,
        ),
      ],
      [
        words(
          'Validate it once more: post it again, or choose Validate this config in the menu of its message. If it happens again, tell whoever runs this app the reference ',
        ),
        code(reference),
        words('.'),
      ],
    ],
  });

/** So long a text still stands in a message. */
const longestShown = 2_500;

/** Answers a corrected text as a message; null where it is too long, or holds what would end the block of code. */
export function correctedMessage(name: string, text: string): Message | null {
  const shown = fenced(text.trimEnd());
  if (shown === null || shown.length > longestShown) return null;
  const title = noticeMessage({ title: '', lines: [[bold('Corrected'), words(`: ${cut(name, 120)}`)]] });
  return { ...title, blocks: [...title.blocks, block.section(shown)] };
}
