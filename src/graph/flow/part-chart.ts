import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Chart, Edge, Node } from '../chart.js';
import { answerLabels } from './answer-labels.js';
import type { Part } from './charts.js';
import { stepsFrom } from './parts.js';
import type { Step } from './steps.js';
import { verdictEdges, verdictNodes } from './verdicts.js';

/** How to read a chart of questions. */
export const caption =
  'A red arrow is an answer that can block the plan; the questions go on all the same. What would change nothing isn’t asked.';

/** Answers the chart of one part; where the common end begins, it refers to that end's chart. */
export function partChart(knowledge: Knowledge, part: Part, end: Part | null): Chart {
  const steps = stepsFrom(part.start, end?.start);
  const names = new Map(steps.map((step, at) => [step, `q${at + 1}`]));
  const nameOf = (step: Step) => names.get(step) ?? '';
  const asked = steps.filter((step) => step.question && step.id !== end?.start.id);
  const last = steps.find(({ question }) => question === null);
  return {
    name: part.name,
    title: part.title,
    caption,
    description: `${asked.length} boxes from top to bottom, each a question: ${[...new Set(asked.map(({ question }) => question?.question))].join(' ')}`,
    direction: 'down',
    groups: [],
    nodes: [...steps.map((step) => node(step, nameOf(step), end)), ...(last ? verdictNodes() : [])],
    edges: [...asked.flatMap((step) => edgesOf(knowledge, step, nameOf)), ...(last ? verdictEdges(nameOf(last)) : [])],
  };
}

function node(step: Step, id: string, end: Part | null): Node {
  if (!step.question) return { id, look: 'answered', title: 'All is answered', lines: [] };
  if (step.id === end?.start.id) return { id, look: 'chart', title: end.label, lines: [`goes on in ${end.name}`] };
  return { id, look: 'question', title: step.question.question, lines: [step.question.word] };
}

function edgesOf(knowledge: Knowledge, step: Step, nameOf: (step: Step) => string): Edge[] {
  const word = knowledge.wordById.get(step.question?.word ?? '');
  if (!word) return [];
  return step.ways.flatMap((way) =>
    answerLabels(word, step, way).map((label) => ({ ...label, from: nameOf(step), to: nameOf(way.to) })),
  );
}
