import type { Page } from '../formats/index.js';
import { markdownStyle } from '../formats/markdown.js';
import { sourceKey } from '../formats/outline.js';
import { reportMarkdown } from '../formats/report-markdown.js';
import type { Judged } from '../formats/reports.js';
import { type Style, sheet } from '../formats/sheet.js';
import type { Plan, Source } from '../guide/plan-shape.js';
import { givenLabel } from '../guide/wording.js';
import type { Gate } from '../plans/gate.js';
import type { Tick } from '../plans/kept-plan.js';
import { tickedItems } from '../plans/ticks.js';
import { escapeMarkdown } from '../text/inline.js';
import { type Block, blocksOf } from './blocks.js';
import { boxLine, headOf, linkBlocks, progressLine, whoLines } from './subject-lines.js';

/** What a ticket is told of. */
export interface Subject {
  readonly plan: Plan;
  readonly title: string;
  readonly ticks: readonly Tick[];
  readonly gate: Gate;
  /** A config that was judged against the plan. */
  readonly judged: Judged | null;
  /** Where the plan is shown, null where nowhere. */
  readonly link: string | null;
  /** What a person is called. */
  readonly nameOf: (person: string) => string;
}

/** A document for a ticket. The stamp stands first in each of its parts. */
export interface TicketDocument {
  readonly title: string;
  readonly stamp: string | null;
  readonly blocks: readonly Block[];
}

/** Answers all that a ticket is told of a plan; the procedures stay in the plan, they'd be most of it. */
export function ticketDocument(subject: Subject, page: Page): TicketDocument {
  const { plan, judged } = subject;
  const sources = new Map<string, Source>();
  const lines = [
    ...answerLines(subject, page),
    ...acknowledgementLines(subject),
    '',
    ...sheet({ ...plan, procedures: [] }, { ...page, stamp: null }, styleOf(subject, sources)),
  ];
  const report = judged === null ? [] : blocksOf(reportMarkdown([judged], page)).map(lower);
  return {
    ...headOf(subject),
    blocks: [
      ...blocksOf(lines.join('\n')),
      ...(report.length === 0 ? [] : blocksOf('## The config that was judged')),
      ...report,
      ...blocksOf(sourceLines(sources).join('\n')),
      ...linkBlocks(subject),
    ],
  };
}

function answerLines({ plan }: Subject, { knowledge }: Page): string[] {
  const given = Object.entries(plan.answers).flatMap(([id, value]) => {
    const word = knowledge.wordById.get(id);
    return word ? [`- ${escapeMarkdown(givenLabel(word, value))}`] : [];
  });
  const unknown = plan.unknown.map((id) => knowledge.wordById.get(id)?.label ?? id);
  return unknown.length === 0 ? given : [...given, `- Not known: ${escapeMarkdown(unknown.join(', '))}`];
}

function acknowledgementLines(subject: Subject): string[] {
  const { gate } = subject;
  if (gate.state === 'free') return [];
  const risks = gate.risks.map(({ text }) => `- ${text.replaceAll(/\s*\n\s*/g, ' ')}`);
  return ['', '## Acknowledgement', '', ...whoLines(subject), ...risks];
}

function styleOf(subject: Subject, sources: Map<string, Source>): Style {
  const items = tickedItems(subject.plan, subject.ticks);
  const ticks = new Map(items.map(({ item, tick }) => [item, tick]));
  const numbers = new Map<string, number>();
  return {
    ...markdownStyle,
    title: (text) => `**${escapeMarkdown(text)}** ${progressLine(items)}`,
    box: (text, item) => boxLine(text, ticks.get(item) ?? null, subject),
    cite: (cited) =>
      cited
        .map((source) => {
          const key = sourceKey(source);
          const number = numbers.get(key) ?? numbers.size + 1;
          numbers.set(key, number);
          sources.set(key, source);
          return `\\[${number}${source.inferred ? ', inferred' : ''}\\]`;
        })
        .join(''),
  };
}

const sourceLines = (sources: ReadonlyMap<string, Source>): string[] =>
  sources.size === 0
    ? []
    : [
        '## Sources',
        '',
        ...[...sources.values()].map(({ heading, url, document }, at) => {
          const name =
            url === null ? `${escapeMarkdown(heading)} (${document})` : `[${escapeMarkdown(heading)}](${url})`;
          return `- \\[${at + 1}\\] ${name}`;
        }),
      ];

/** A report's headings stand under one of the document's own. */
const lower = (block: Block): Block =>
  block.kind === 'heading' ? { ...block, level: Math.min(6, block.level + 2) } : block;
