import { escapeMarkdown } from '../text/inline.js';
import type { Chart } from './chart.js';

/** Answers the page that shows the overviews and links all other charts. */
export const indexPage = (flow: readonly Chart[], facts: readonly Chart[]): string =>
  [
    '# Pictures',
    'Drawn by `npm run graph` from `knowledge/` and `flows/`. Don’t edit them: a test fails while they are stale.',
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
