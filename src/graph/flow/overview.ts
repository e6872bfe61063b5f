import type { State } from '../../check/walk.js';
import type { Word } from '../../knowledge/vocabulary.js';
import type { Chart, Edge, Node } from '../chart.js';
import type { Part } from './charts.js';
import { caption } from './part-chart.js';
import { stepsFrom } from './parts.js';
import { verdictEdges, verdictNodes } from './verdicts.js';

/** Answers the chart that shows the parts of the flow, and what each can ask. */
export function overview(start: State, word: Word, parts: readonly Part[], end: Part | null): Chart {
  const before = questionsBefore(start, word);
  const early = new Set(before.flatMap(({ lines }) => lines));
  return {
    name: 'flow',
    title: 'How the guide asks: an overview',
    caption: 'Every box with a double frame has a chart of its own.',
    description: `First ${before.map(({ title }) => title).join(' Then: ')} The answer leads to one of ${parts.length} charts. ${caption}`,
    direction: 'right',
    nodes: [
      ...before,
      ...parts.map((part, at) => partNode(part, `part${at + 1}`, early, end)),
      ...(end ? [partNode(end, 'common', early, null)] : []),
      { id: 'answered', look: 'answered', title: 'All is answered', lines: [] },
      ...verdictNodes(),
    ],
    edges: [
      ...before.slice(1).map(({ id }, at): Edge => ({ from: before[at]?.id ?? '', to: id, look: 'answer', label: '' })),
      ...parts.flatMap((part, at) => partEdges(part, `part${at + 1}`, before.at(-1)?.id ?? '', end)),
      ...(end ? [{ from: 'common', to: 'answered', look: 'answer', label: '' } satisfies Edge] : []),
      ...verdictEdges('answered'),
    ],
    groups: [],
  };
}

/** The questions up to the one that parts the flow. */
function questionsBefore(start: State, word: Word): Node[] {
  const nodes: Node[] = [];
  for (let state: State | undefined = start; state?.question; state = state.branches[0]?.to) {
    const { question } = state;
    nodes.push({ id: `q${nodes.length + 1}`, look: 'question', title: question.question, lines: [question.word] });
    if (question.word === word.id) break;
  }
  return nodes;
}

function partNode(part: Part, id: string, early: ReadonlySet<string>, end: Part | null): Node {
  const asked = stepsFrom(part.start, end?.start).filter(({ id: step }) => step !== end?.start.id);
  const words = new Set(
    asked.flatMap(({ question }) => (question && !early.has(question.word) ? [question.label] : [])),
  );
  return { id, look: 'chart', title: part.label, lines: [`can ask: ${[...words].join(', ')}`, part.name] };
}

function partEdges(part: Part, id: string, from: string, end: Part | null): Edge[] {
  const steps = stepsFrom(part.start, end?.start);
  const to = [
    ...(end && steps.some((step) => step.id === end.start.id) ? ['common'] : []),
    ...(steps.some(({ question }) => question === null) ? ['answered'] : []),
  ];
  return [
    { from, to: id, look: 'part', label: '' },
    ...to.map((next): Edge => ({ from: id, to: next, look: 'answer', label: '' })),
  ];
}
