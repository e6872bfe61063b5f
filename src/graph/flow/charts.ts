import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Chart } from '../chart.js';
import { overview } from './overview.js';
import { partChart } from './part-chart.js';
import { flowParts } from './parts.js';

/** Answers the charts of the flow: an overview, one for each answer to the parting question, and their common end. */
export function flowCharts(knowledge: Knowledge): Chart[] {
  const { start, word, parts, end } = flowParts(knowledge);
  return [
    overview(start, word, parts, end),
    ...parts.map((part) => partChart(knowledge, part, end)),
    ...(end ? [partChart(knowledge, end, null)] : []),
  ];
}
