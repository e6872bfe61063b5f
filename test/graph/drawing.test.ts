import { beforeAll, expect, test } from 'vitest';
import type { Chart } from '../../src/graph/chart.js';
import { toMermaid } from '../../src/graph/mermaid.js';
import { type Draw, graphviz } from '../../src/graph/svg.js';

const nasty = 'a "b" <script>alert(1)</script> & `c` [d] {e} (f) | g; #quot; \\n end --> %% é';
const chart: Chart = {
  name: 'test/nasty',
  title: nasty,
  caption: nasty,
  description: nasty,
  direction: 'right',
  nodes: [
    { id: 'n1', look: 'question', title: nasty, lines: [nasty] },
    { id: 'n2', look: 'blocked', title: nasty, lines: [] },
  ],
  edges: [{ from: 'n1', to: 'n2', look: 'blocks', label: nasty }],
  groups: [{ id: 'g1', title: nasty, nodes: ['n1'] }],
};

let draw: Draw;
beforeAll(async () => {
  draw = await graphviz();
});

test('text of the knowledge can’t end a label of a Mermaid chart or bring mark-up into it', () => {
  const lines = toMermaid(chart).split('\n');
  const labelled = lines.filter((line) => /^ {2}(n\d|subgraph)/.test(line));
  expect(labelled).toHaveLength(4);
  for (const line of labelled) {
    expect(line.match(/"/g)).toHaveLength(2);
    expect(line.replaceAll('<br/>', '')).not.toMatch(/[<`\\]|&/);
  }
  expect(lines.filter((line) => line.trim() === 'end')).toHaveLength(1);
});

test('text of the knowledge stays text in an SVG', () => {
  const svg = draw(chart);
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;');
  expect(svg.match(/&(?!amp;|lt;|gt;|quot;|#\d+;)/g)).toBeNull();
});

test('an SVG names and describes itself for screen readers, and brings its own background', () => {
  const svg = draw(chart);
  expect(svg).toMatch(
    /^<svg [^>]*role="img" aria-labelledby="test-nasty-title test-nasty-desc">\n<title id="test-nasty-title">/,
  );
  expect(svg).toContain('<desc id="test-nasty-desc">');
  expect(svg).toContain('<polygon fill="white"');
  expect(svg.match(/<title/g)).toHaveLength(1);
});
