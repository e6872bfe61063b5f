import { expect, test } from 'vitest';
import { factCharts } from '../../src/graph/facts/charts.js';
import { linkPages, readPages } from '../../src/knowledge/read.js';

const pages = readPages();
const knowledge = linkPages(pages);
const [overview, ...charts] = factCharts(knowledge, pages);

test('every fact stands in exactly one chart, joined to each heading that it cites and each word that it fixes', () => {
  for (const fact of knowledge.facts) {
    const found = charts.filter(({ nodes }) =>
      nodes.some(({ title, look }) => title === fact.heading && look === fact.kind),
    );
    const own = found.filter(({ name }) => fact.id.startsWith(`${name.replace('knowledge/', '')}/`));
    expect(own, fact.id).toHaveLength(1);
    const [chart] = own;
    const node = chart?.nodes.find(({ title, look }) => title === fact.heading && look === fact.kind);
    const titles = new Map(chart?.nodes.map(({ id, title }) => [id, title]));
    const cited = chart?.edges
      .filter(({ to, look }) => to === node?.id && look === 'cites')
      .map(({ from }) => titles.get(from));
    expect(new Set(cited)).toEqual(new Set(fact.citations.map(({ heading }) => heading)));
    const words = chart?.edges
      .filter(({ from, look }) => from === node?.id && look === 'must')
      .map(({ to }) => titles.get(to));
    expect(words?.sort()).toEqual(fact.must.map(({ word }) => knowledge.wordById.get(word)?.label).sort());
  }
});

test('each row of a fact’s when is an arrow to it or the title of the frame that it stands in', () => {
  for (const chart of charts) {
    const page = `${chart.name.replace('knowledge/', '')}/`;
    for (const fact of knowledge.facts.filter(({ id }) => id.startsWith(page))) {
      const node = chart.nodes.find(({ title, look }) => title === fact.heading && look === fact.kind);
      const arrows = chart.edges.filter(({ to, look }) => to === node?.id && look === 'when').length;
      const frames = chart.groups.filter(({ nodes }) => nodes.some((id) => id === node?.id)).length;
      expect(arrows + frames, fact.id).toBe(fact.when.length);
      expect(frames).toBeLessThanOrEqual(1);
    }
  }
});

test('the overview shows every document, page and procedure', () => {
  const titles = new Set(overview?.nodes.map(({ title }) => title));
  for (const { title } of knowledge.documents.values()) expect(titles).toContain(title);
  for (const { title } of charts) expect(titles).toContain(title);
  for (const { kind, heading } of knowledge.facts) if (kind === 'procedure') expect(titles).toContain(heading);
});
