import type { Chart, Edge, Group, Node } from './chart.js';
import { escapeXml } from './escape-xml.js';
import { edgeLooks, nodeLooks } from './looks.js';
import { wrap } from './wrap.js';

/** How wide the text of a box and of an arrow gets, in characters. */
const boxWidth = 34;
const arrowWidth = 26;

/** Answers a chart in DOT, Graphviz' language. */
export function toDot(chart: Chart): string {
  return [
    'digraph {',
    `  graph [rankdir=${chart.direction === 'down' ? 'TB' : 'LR'} bgcolor=white pad=0.3 nodesep=${chart.direction === 'down' ? 0.35 : 0.12} ranksep=${chart.direction === 'down' ? 0.45 : 1}]`,
    `  label=<<b>${escapeXml(chart.title)}</b><br/><font point-size="4">&#160;</font><br/><font point-size="11">${escapeXml(chart.caption)}</font><br/> > labelloc=t fontname=Arial fontsize=16 fontcolor="#111827"`,
    '  node [fontname=Arial fontsize=12 margin="0.14,0.08" fontcolor="#111827"]',
    '  edge [fontname=Arial fontsize=11 arrowsize=0.7]',
    ...chart.nodes.map(node),
    ...chart.groups.map(group),
    ...chart.edges.map(edge),
    '}',
    '',
  ].join('\n');
}

function node({ id, look, title, lines }: Node): string {
  const { dot, fill, line } = nodeLooks[look];
  const rows = [
    ...wrap(title, boxWidth).map((row) => `<b>${escapeXml(row)}</b>`),
    ...lines.flatMap((text) => wrap(text, boxWidth + 6)).map((row) => `<font point-size="10">${escapeXml(row)}</font>`),
  ];
  return `  ${id} [${dot} fillcolor="${fill}" color="${line}" label=<${rows.join('<br/>')}>]`;
}

function group({ id, title, nodes }: Group): string {
  const rows = wrap(title, boxWidth + 6).map(escapeXml);
  return `  subgraph cluster_${id} { style=dashed color="#4b5563" fontsize=12 fontcolor="#4b5563" label=<${rows.join('<br/>')}>; ${nodes.join('; ')} }`;
}

function edge({ from, to, look, label }: Edge): string {
  const { dot, line } = edgeLooks[look];
  const rows = wrap(label, arrowWidth).map((row) => `&#160;&#160;${escapeXml(row)}&#160;&#160;`);
  const text = rows.length === 0 ? '' : ` label=<${rows.join('<br/>')}> fontcolor="${line}"`;
  return `  ${from} -> ${to} [${dot} color="${line}"${text}]`;
}
