import { exampleFile, linkPages, type Pages } from '../knowledge/read.js';
import type { Chart } from './chart.js';
import { factCharts } from './facts/charts.js';
import { flowCharts } from './flow/charts.js';
import { indexPage } from './index-page.js';
import { toMermaid } from './mermaid.js';
import { planPicture } from './plan-picture.js';
import { graphviz } from './svg.js';

/** The text of files, by path from the root. */
export type Files = ReadonlyMap<string, string>;

/** Answers all pictures, freshly drawn: of the flow, of the knowledge, of the plan that the example answers make. */
export async function drawPictures(pages: Pages): Promise<Files> {
  const { flow, facts } = chartsOf(pages);
  const draw = await graphviz();
  const files = new Map<string, string>();
  for (const chart of [...flow, ...facts]) {
    files.set(`docs/${chart.name}.mmd`, toMermaid(chart));
    files.set(`docs/${chart.name}.svg`, draw(chart));
  }
  files.set('docs/README.md', indexPage(flow, facts));
  files.set('docs/plan.svg', planPicture(linkPages(pages), pages.get(exampleFile) ?? ''));
  return files;
}

/** Answers the charts of the flow and of the knowledge that the pages state. */
export function chartsOf(pages: Pages): { readonly flow: readonly Chart[]; readonly facts: readonly Chart[] } {
  const knowledge = linkPages(pages);
  return { flow: flowCharts(knowledge), facts: factCharts(knowledge, pages) };
}
