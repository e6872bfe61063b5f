import { type FaultKind, faultRules } from '../guide/fault-rules.js';
import { labelOf, rowWords } from '../guide/wording.js';
import type { Condition, Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { escapeMarkdown } from '../text/inline.js';

/** Facts of one page of the knowledge. */
export interface FactsPage {
  readonly title: string;
  readonly facts: readonly Fact[];
}

const intro = [
  '# Rules',
  'Written by `npm run graph` from `knowledge/`. Don’t edit it: a test fails while it is stale.',
  'Each rule is a fact of the knowledge: the plan follows it, and `tsdeploy validate` names it by its id. Facts that only answer questions are left out. A rule holds where all of its conditions are true; those of a technical preview’s page hold under that preview, all others on the current branch.',
];

/** Answers the page of all rules, grouped by the pages of the knowledge, with the faults of a text itself behind them. */
export function rulesPage(knowledge: Knowledge, pages: readonly FactsPage[]): string {
  const groups = pages
    .map(({ title, facts }) => ({ title, rules: facts.filter(isRule).map((fact) => factRule(knowledge, fact)) }))
    .filter(({ rules }) => rules.length > 0);
  const faults = Object.entries<FaultKind>(faultRules).map(([id, kind]) => faultRule(id, kind));
  const all = [...groups, { title: 'The text itself', rules: faults }];
  const contents = all.map(({ title, rules }) => `- [${escapeMarkdown(title)}](#${anchor(title)}) (${rules.length})`);
  const sections = all.flatMap(({ title, rules }) => [`## ${escapeMarkdown(title)}`, ...rules]);
  return `${[...intro, contents.join('\n'), ...sections].join('\n\n')}\n`;
}

/** The validator names neither plain answers nor anything else that asks for nothing. */
const isRule = ({ kind, posted }: Fact) => kind !== 'note' || posted !== null;

/** Git hosts make an anchor of a heading like this. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function factRule(knowledge: Knowledge, fact: Fact): string {
  const steps = fact.steps.map((step, at) => `${at + 1}. ${step}`).join('\n');
  const rows = [
    `- Weight: ${weight(fact)}`,
    ...(fact.preview === null
      ? []
      : [`- Holds under ${escapeMarkdown(labelOf(knowledge.version, fact.preview))} alone`]),
    ...conditions('Holds when', fact.when, knowledge),
    ...conditions('Asks', fact.must, knowledge),
    ...(fact.posted === null ? [] : [`- Found wherever this text is posted: \`${fact.posted.replaceAll('`', '')}\``]),
    ...fact.fixes.map((fix) => `- Way out: ${wayOut(fix, knowledge)}`),
    ...(knowledge.sources[fact.index] ?? []).map(({ document, heading, url, inferred }) => {
      const title = escapeMarkdown(`${knowledge.documents.get(document)?.title ?? document} › ${heading}`);
      return `- Source: ${url === null ? title : `[${title}](<${url}>)`}${inferred ? ' (inferred)' : ''}`;
    }),
  ];
  const parts = [`### ${fact.id}`, `**${escapeMarkdown(fact.heading)}**`, fact.text, steps, rows.join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

const faultRule = (id: string, { about, help, level }: FaultKind): string =>
  [
    `### ${id}`,
    `**${escapeMarkdown(about)}**`,
    escapeMarkdown(help),
    `- Weight: ${level ?? 'that of the worst of them'}`,
  ].join('\n\n');

const breaking = {
  required: 'required: an error where it is broken',
  recommended: 'recommended: a warning where something else is set',
  optional: 'optional: a note where something else is set',
} as const;

function weight({ kind, force, level, must, posted }: Fact): string {
  if (level !== null) return `${kind}, ${level}: ${level === 'note' ? 'a note' : 'a warning'} where it holds`;
  if (posted !== null) return 'a warning where the text is posted';
  return must.length === 0 ? kind : `${kind}, ${breaking[force]}`;
}

const conditions = (name: string, rows: readonly Condition[], knowledge: Knowledge): string[] =>
  rows.length === 0
    ? []
    : [
        `- ${name}`,
        ...rows.map((row) => `  - ${escapeMarkdown(rowWords(row, knowledge))} (\`${row.word}: ${row.text}\`)`),
      ];

const wayOut = (fix: ReadonlyMap<string, string>, { wordById }: Knowledge): string =>
  [...fix]
    .map(([id, value]) => {
      const word = wordById.get(id);
      return `${escapeMarkdown(word ? `${word.label}: ${labelOf(word, value)}` : value)} (\`${id}: ${value}\`)`;
    })
    .join('; ');
