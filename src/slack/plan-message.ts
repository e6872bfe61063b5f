import { outline, settingValues } from '../formats/outline.js';
import { numbered } from '../formats/sheet.js';
import type { ChecklistItem, Plan, Setting, Source, Warning } from '../guide/plan-shape.js';
import { pieces } from '../text/inline.js';
import type { Guide } from './guide.js';
import { bold, code, italic, link, moment, type Run, words } from './mrkdwn.js';
import { type Message, type Part, pack } from './pack.js';
import type { Line } from './split.js';

const styles = { plain: words, strong: bold, code, gap: () => words('\n') } as const;

/** Answers a fact's Markdown as one line. */
export const fromMarkdown = (text: string): Line => pieces(text).map((piece) => styles[piece.kind](piece.text));

const levelNames = { 'high-risk': 'High risk', caution: 'Caution', note: 'Note' } as const;

/** Answers a plan as messages: verdict, reasons and ways out, warnings, settings, checklist, procedures, and the line that replays it. */
export function planMessages(plan: Plan, guide: Guide): Message[] {
  const { verdict, blockers, warnings, pages, conditions, checklist, procedures } = outline(plan);
  const part = (heading: string, lines: readonly Line[]): Part[] =>
    lines.length > 0 ? [{ heading, groups: [{ lines }] }] : [];
  return pack(`Deployment plan. ${verdict}`, leadLines(plan, guide), [
    ...part(
      'Why it is blocked',
      blockers.flatMap(({ text, fixes, sources }, at) => [
        [
          words(`${at + 1}. `),
          ...fromMarkdown(text),
          ...cite(sources),
          ...fixes.flatMap((fix) => [words('\n→ '), italic('Way out:'), words(` ${guide.words(fix)}`)]),
        ],
      ]),
    ),
    ...part('Warnings', warnings.map(warningLine)),
    ...part(
      'Still to be answered',
      plan.open.map(({ question, word }) => [words(`• ${question} (`), code(word), words(')')]),
    ),
    ...(pages.length > 0
      ? [
          {
            heading: 'Settings',
            groups: pages.map(({ title, settings }) => ({
              heading: title,
              lines: settings.map((setting) => settingLine(setting, conditions(setting))),
            })),
          },
        ]
      : []),
    ...part(
      'Checklist',
      checklist.map(({ text, steps, force, holds, sources }) => [
        words('☐ '),
        ...ifMaybe(holds),
        ...(force === 'required' ? [] : [words(`(${force}) `)]),
        ...fromMarkdown(text),
        ...cite(sources),
        ...stepRuns(steps ?? []),
      ]),
    ),
    ...(procedures.length > 0
      ? [
          {
            heading: 'Procedures',
            groups: procedures.map(({ title, text, steps, holds, sources }) => ({
              heading: `${title}${holds === 'maybe' ? ' (if)' : ''}`,
              lines: [[...fromMarkdown(text), ...stepRuns(steps), ...cite(sources)]],
            })),
          },
        ]
      : []),
    ...part('These answers again', [[code(`/tsdeploy plan ${plan.path}`)]]),
  ]);
}

function leadLines(plan: Plan, guide: Guide): Line[] {
  const given = guide.given(new Map(Object.entries(plan.answers)));
  const unknown = guide.given(new Map(plan.unknown.map((word) => [word, ''])));
  return [
    given.flatMap(({ label, value }, at) => [words(`${at === 0 ? '' : ' · '}${label}: `), bold(value)]),
    unknown.flatMap(({ label }, at) => [words(`${at === 0 ? 'Not known: ' : ', '}${label}`)]),
  ];
}

const ifMaybe = (holds: 'yes' | 'maybe'): Run[] => (holds === 'maybe' ? [bold('If:'), words(' ')] : []);

function warningLine({ level, text, holds, sources }: Warning): Line {
  return [
    bold(`${levelNames[level]}${holds === 'maybe' ? ' (if)' : ''}`),
    words(': '),
    ...fromMarkdown(text),
    ...cite(sources),
  ];
}

function settingLine(setting: Setting, conditions: readonly ChecklistItem[]): Line {
  const { line, choices } = settingValues(setting);
  const force = setting.force === 'required' || setting.facts.length === 0 ? '' : ` (${setting.force})`;
  const at = setting.moment === undefined ? [] : [words(' ('), moment(setting.moment), words(')')];
  return [
    words(`• ${setting.label}: `),
    bold(line),
    ...at,
    words(force),
    ...cite(setting.sources),
    ...choices.flatMap((choice) => [words('\n      ◦ '), bold(choice)]),
    ...conditions.flatMap(({ text, sources }) => [words('\n      → '), ...fromMarkdown(text), ...cite(sources)]),
  ];
}

const stepRuns = (steps: readonly string[]): Run[] =>
  numbered(steps).flatMap(({ words: text, number, depth }) => [
    words(`\n${'      '.repeat(depth)}${number}. `),
    ...fromMarkdown(text),
  ]);

function cite(sources: readonly Source[]): Run[] {
  return sources.flatMap(({ document, heading, url, inferred }, at) => [
    words(at === 0 ? ' [' : '; '),
    link(url, url === null ? `${document} › ${heading}` : heading),
    words(`${inferred ? ', inferred' : ''}${at === sources.length - 1 ? ']' : ''}`),
  ]);
}
