import { walkDay } from '../../check/moments.js';
import { walk } from '../../check/walk.js';
import { unknown } from '../../guide/value.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Chart } from '../chart.js';
import { blocksOf } from './blocks.js';
import { overview } from './overview.js';
import { partChart } from './part-chart.js';
import { partingWord, sharedEnd } from './parts.js';
import { type Step, stepsOf } from './steps.js';

/** A part of the flow with a chart of its own. */
export interface Part {
  readonly name: string;
  readonly title: string;
  /** What stands for it in another chart. */
  readonly label: string;
  readonly start: Step;
}

/** Answers the charts of the flow: an overview, one for each answer to the parting question, and their common end. */
export function flowCharts(knowledge: Knowledge): Chart[] {
  const { start } = walk(knowledge, walkDay(knowledge));
  const steps = stepsOf(knowledge, blocksOf());
  const word = partingWord(knowledge);
  const values = [...word.values, { id: unknown, label: "I don't know" }];
  const givens = values.map(({ id }) => new Map([[word.id, id]]));
  const parts = values.flatMap(({ id, label }, at): Part[] =>
    steps(start, givens.slice(at, at + 1)).map((step) => ({
      name: `flow/${id}`,
      title: `${word.label}: ${label}`,
      label,
      start: step,
    })),
  );
  const shared = sharedEnd(steps(start, givens));
  const end: Part | null = shared?.question
    ? {
        name: `flow/${shared.question.word}`,
        title: `The common end: ${shared.question.question}`,
        label: shared.question.question,
        start: shared,
      }
    : null;
  return [
    overview(start, word, parts, end),
    ...parts.map((part) => partChart(knowledge, part, end)),
    ...(end ? [partChart(knowledge, end, null)] : []),
  ];
}
