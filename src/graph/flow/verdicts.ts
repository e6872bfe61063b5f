import type { Edge, Node } from '../chart.js';

/** Answers the boxes of the verdicts that a plan can end with. */
export const verdictNodes = (): Node[] => [
  { id: 'ready', look: 'ready', title: 'Ready', lines: [] },
  { id: 'readyIf', look: 'ready-if', title: 'Ready if …', lines: [] },
  { id: 'blocked', look: 'blocked', title: 'Blocked', lines: [] },
];

/** Answers the arrows from the last box of a chart to the verdicts. */
export const verdictEdges = (from: string): Edge[] => [
  { from, to: 'ready', look: 'answer', label: 'otherwise' },
  { from, to: 'readyIf', look: 'unknown', label: 'a limit hangs on “I don’t know”' },
  { from, to: 'blocked', look: 'blocks', label: 'an answer broke a limit' },
];
