import type { Fact } from '../../knowledge/facts.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Pages } from '../../knowledge/read.js';
import { type Place, sections } from '../../text/sections.js';
import type { Chart } from '../chart.js';
import { overview, type Page } from './overview.js';
import { pageChart } from './page-chart.js';

/** Answers the charts of the knowledge: an overview, and one for each page of facts. */
export function factCharts(knowledge: Knowledge, pages: Pages): Chart[] {
  const facts = factPages(knowledge, pages);
  return [
    overview(knowledge, facts, byPage(knowledge.words, pages)),
    ...facts.map(({ name, title, holds }) => pageChart(knowledge, name, title, holds)),
  ];
}

/** Answers the pages of facts, each with its name, its title and its facts. */
export const factPages = ({ facts }: Knowledge, pages: Pages): Page<Fact>[] => byPage(facts, pages);

function byPage<T extends Place>(all: readonly T[], pages: Pages): Page<T>[] {
  const files = [...new Set(all.map(({ file }) => file))];
  return files.map((file) => ({
    name: `knowledge/${file.split('/').at(-1)?.replace(/\.md$/, '')}`,
    title: sections(file, pages.get(file) ?? '')[0]?.heading ?? file,
    holds: all.filter((one) => one.file === file),
  }));
}
