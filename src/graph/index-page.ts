import { escapeMarkdown } from '../text/inline.js';
import type { Chart } from './chart.js';

/** Answers the page that links all that is made from the knowledge, and shows the overviews. */
export const indexPage = (flow: readonly Chart[], facts: readonly Chart[]): string =>
  [
    '# Reference and pictures',
    'Made by `npm run graph` from `knowledge/` and `flows/`. Don’t edit them: a test fails while they are stale.',
    [
      '- [All rules](rules.md): what each asks for, when, why, and where it comes from',
      '- [JSON Schema of a config](config.schema.json): an editor completes words and values by it ([how](../README.md#a-config-in-your-editor))',
    ].join('\n'),
    '## A plan',
    '![A plan for boot media over a cloud management gateway, as a terminal shows it](plan.svg)',
    '## The flow: what is asked',
    ...overviewAndParts(flow),
    '## The knowledge: documents, facts, words, procedures',
    ...overviewAndParts(facts),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');

function overviewAndParts([overview, ...parts]: readonly Chart[]): string[] {
  if (!overview) return [];
  return [
    `![${escapeMarkdown(overview.title)}](${overview.name}.svg)`,
    `${escapeMarkdown(overview.caption)} ${links(overview)}`,
    [
      '| chart | as |',
      '| --- | --- |',
      ...parts.map((chart) => `| ${escapeMarkdown(chart.title)} | ${links(chart)} |`),
    ].join('\n'),
  ];
}

const links = ({ name }: Chart) => `[SVG](${name}.svg) · [Mermaid](${name}.mmd)`;
