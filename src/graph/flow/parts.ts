import { walkDay } from '../../check/moments.js';
import { type State, walk } from '../../check/walk.js';
import { unknown } from '../../guide/value.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Word } from '../../knowledge/vocabulary.js';
import { blocksOf } from './blocks.js';
import { type Step, stepsFrom, stepsOf } from './steps.js';

/** A part of the flow with a chart of its own. */
export interface Part {
  /** The path of its chart's files under docs. */
  readonly name: string;
  readonly title: string;
  /** What stands for it in another chart. */
  readonly label: string;
  readonly start: Step;
}

/** The flow, parted by the answers to one question. */
export interface FlowParts {
  readonly start: State;
  /** The word of the question that parts the flow. */
  readonly word: Word;
  /** One part for each of its values, then one for "I don't know". */
  readonly parts: readonly Part[];
  /** What most parts end with, or null. */
  readonly end: Part | null;
}

/** Answers the parts of the flow. */
export function flowParts(knowledge: Knowledge): FlowParts {
  const { start } = walk(knowledge, walkDay(knowledge));
  const steps = stepsOf(knowledge, blocksOf());
  const word = partingWord(knowledge);
  const values = [...word.values, { id: unknown, label: "I don't know" }];
  const givens = values.map(({ id }) => new Map([[word.id, id]]));
  const parts = values.flatMap(({ id, label }, at) =>
    steps(start, givens.slice(at, at + 1)).map((step): Part => {
      return { name: `flow/${id}`, title: `${word.label}: ${label}`, label, start: step };
    }),
  );
  return { start, word, parts, end: commonEnd(steps(start, givens)) };
}

/** The question that most facts hang on. */
function partingWord(knowledge: Knowledge): Word {
  const counts = new Map<Word, number>();
  for (const { when } of knowledge.facts)
    for (const id of new Set(when.map(({ word }) => word))) {
      const word = knowledge.wordById.get(id);
      if (word?.role === 'asked' && word.values.length > 0) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first ? first[0] : knowledge.version;
}

/** The step that is the same in so many parts that drawing it once spares most boxes. */
function commonEnd(starts: readonly Step[]): Part | null {
  const times = new Map<Step, number>();
  for (const start of starts) for (const step of stepsFrom(start)) times.set(step, (times.get(step) ?? 0) + 1);
  const spared = (step: Step) => ((times.get(step) ?? 0) - 1) * (stepsFrom(step).length - 2);
  const [best] = [...times.keys()].sort((a, b) => spared(b) - spared(a));
  if (!best?.question || spared(best) <= 0) return null;
  const { word, question } = best.question;
  return { name: `flow/${word}`, title: `The common end: ${question}`, label: question, start: best };
}
