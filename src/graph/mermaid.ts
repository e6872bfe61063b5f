import type { Chart, Edge, Group, Node } from './chart.js';
import { edgeLooks, nodeLooks } from './looks.js';

/** Answers a chart in Mermaid, which Git hosts draw. */
export function toMermaid(chart: Chart): string {
  const looks = [...new Set(chart.nodes.map(({ look }) => look))].sort();
  return [
    '---',
    `title: ${JSON.stringify(chart.title)}`,
    '---',
    `flowchart ${chart.direction === 'down' ? 'TD' : 'LR'}`,
    `  accTitle: ${oneLine(chart.title)}`,
    `  accDescr: ${oneLine(`${chart.caption} ${chart.description}`)}`,
    ...chart.nodes.map(node),
    ...chart.groups.map(group),
    ...chart.edges.map(edge),
    ...looks.map(
      (look) => `  classDef ${look} fill:${nodeLooks[look].fill},stroke:${nodeLooks[look].line},color:#111827`,
    ),
    ...colours(chart.edges),
    '',
  ].join('\n');
}

function node({ id, look, title, lines }: Node): string {
  const [open, close] = nodeLooks[look].mermaid;
  return `  ${id}${open}"${[title, ...lines].map(quoted).join('<br/>')}"${close}:::${look}`;
}

const group = ({ id, title, nodes }: Group) =>
  [`  subgraph ${id}["${quoted(title)}"]`, ...nodes.map((one) => `    ${one}`), '  end'].join('\n');

const edge = ({ from, to, look, label }: Edge) =>
  `  ${from} ${edgeLooks[look].mermaid}${label === '' ? '' : `|"${quoted(label)}"|`} ${to}`;

function colours(edges: readonly Edge[]): string[] {
  const byLook = new Map<Edge['look'], number[]>();
  edges.forEach(({ look }, at) => {
    byLook.set(look, [...(byLook.get(look) ?? []), at]);
  });
  return [...byLook].map(([look, places]) => `  linkStyle ${places.join(',')} stroke:${edgeLooks[look].line}`);
}

/** Nothing in the text may end the quoted label or count as Markdown or HTML. */
const quoted = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/[#&"<>`*_\\]/g, (mark) => `#${mark.codePointAt(0)};`);

const oneLine = (text: string) => text.replace(/\s+/g, ' ').replaceAll(';', ',').replace(/[#{}]/g, '');
