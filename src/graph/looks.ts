import type { EdgeLook, NodeLook } from './chart.js';

/** How a kind of node is drawn: its shape in both languages, and colours that are told apart in grey too. */
export interface NodeStyle {
  readonly dot: string;
  readonly mermaid: readonly [open: string, close: string];
  readonly fill: string;
  readonly line: string;
}

/** How a kind of edge is drawn. */
export interface EdgeStyle {
  readonly dot: string;
  readonly mermaid: string;
  readonly line: string;
}

const box = ['[', ']'] as const;
const round = ['(', ')'] as const;
const pill = ['([', '])'] as const;
const framed = ['[[', ']]'] as const;

/** The look of every kind of node. */
export const nodeLooks: Readonly<Record<NodeLook, NodeStyle>> = {
  question: { dot: 'shape=box style="rounded,filled"', mermaid: round, fill: '#e8f0fe', line: '#1a4f9c' },
  chart: { dot: 'shape=box style=filled peripheries=2', mermaid: framed, fill: '#f3f4f6', line: '#374151' },
  answered: { dot: 'shape=box style="rounded,filled"', mermaid: pill, fill: '#ffffff', line: '#374151' },
  ready: { dot: 'shape=box style="rounded,filled"', mermaid: pill, fill: '#dcf5e3', line: '#176639' },
  'ready-if': { dot: 'shape=box style="rounded,filled"', mermaid: pill, fill: '#fdf3cf', line: '#7a5900' },
  blocked: { dot: 'shape=octagon style=filled', mermaid: ['{{', '}}'], fill: '#fde2e0', line: '#b3261e' },
  document: { dot: 'shape=note style=filled', mermaid: ['>', ']'], fill: '#f3f4f6', line: '#374151' },
  page: { dot: 'shape=folder style=filled', mermaid: framed, fill: '#e8f0fe', line: '#1a4f9c' },
  word: { dot: 'shape=box style="rounded,filled"', mermaid: pill, fill: '#ffffff', line: '#374151' },
  condition: { dot: 'shape=box style="rounded,filled,dashed"', mermaid: pill, fill: '#ffffff', line: '#4b5563' },
  setting: { dot: 'shape=box style=filled', mermaid: box, fill: '#e8f0fe', line: '#1a4f9c' },
  prerequisite: { dot: 'shape=box style=filled', mermaid: box, fill: '#dcf5e3', line: '#176639' },
  limit: { dot: 'shape=box style=filled', mermaid: box, fill: '#fde2e0', line: '#b3261e' },
  warning: { dot: 'shape=box style=filled', mermaid: box, fill: '#fdf3cf', line: '#7a5900' },
  procedure: { dot: 'shape=box style=filled peripheries=2', mermaid: framed, fill: '#ede4fb', line: '#5b2aa5' },
  definition: { dot: 'shape=box style="filled,dashed"', mermaid: box, fill: '#f3f4f6', line: '#374151' },
  note: { dot: 'shape=box style="filled,dotted"', mermaid: box, fill: '#ffffff', line: '#6b7280' },
};

/** The look of every kind of edge. */
export const edgeLooks: Readonly<Record<EdgeLook, EdgeStyle>> = {
  part: { dot: 'style=solid weight=3', mermaid: '-->', line: '#1f2937' },
  answer: { dot: 'style=solid', mermaid: '-->', line: '#1f2937' },
  blocks: { dot: 'style=bold', mermaid: '==>', line: '#b3261e' },
  unknown: { dot: 'style=dashed', mermaid: '-.->', line: '#6b7280' },
  cites: { dot: 'style=solid arrowhead=none', mermaid: '---', line: '#9ca3af' },
  when: { dot: 'style=dashed', mermaid: '-.->', line: '#4b5563' },
  must: { dot: 'style=solid', mermaid: '-->', line: '#1a4f9c' },
};
