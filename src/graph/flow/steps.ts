import type { State } from '../../check/walk.js';
import type { Answers } from '../../guide/answers.js';
import type { OpenQuestion } from '../../guide/plan-shape.js';
import { unknown } from '../../guide/value.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Word } from '../../knowledge/vocabulary.js';
import type { Blocks } from './blocks.js';
import { numberNames } from './relations.js';

/** A question with all that can follow; equal ones are one. Without a question: all is answered. */
export interface Step {
  readonly id: number;
  readonly question: OpenQuestion | null;
  readonly ways: readonly Way[];
}

/** Answers that lead to the same step. */
export interface Way {
  readonly to: Step;
  /** Value ids, or of numbers words such as "more than 0". */
  readonly answers: Set<string>;
  /** Those of them that can block the plan. */
  readonly blocking: Set<string>;
  /** Whether "I don't know" leads there. */
  unknown: boolean;
}

/** Answers the step that a state is for each set of words given from the start, and so not asked; equal steps are shared. */
export type StepsOf = (state: State, givens: readonly Answers[]) => Step[];

/** Answers how states become steps. Equal steps have the same id in every answer. */
export function stepsOf(knowledge: Knowledge, blocks: Blocks): StepsOf {
  const ids = new Map<string, number>();
  return (state, givens) => {
    const steps = new Map<number, Step>();
    const make = (from: State, given: Answers, made: Map<State, Step>): Step => {
      const known = made.get(from);
      if (known) return known;
      const arrivals = from.branches.map((branch) => {
        const end = follow(branch.to, given, blocks);
        return {
          values: branch.option.values,
          blocks: blocks(from, branch) || end.blocks,
          to: make(end.state, given, made),
        };
      });
      const word = knowledge.wordById.get(from.question?.word ?? '');
      const ways = word ? waysOf(knowledge, word, from, arrivals) : [];
      const shape = JSON.stringify([word?.id, ways.map((way) => [way.to.id, way.unknown, [...way.answers].sort()])]);
      const id = ids.get(shape) ?? ids.size;
      ids.set(shape, id);
      const twin = steps.get(id);
      twin?.ways.forEach((way, at) => {
        for (const answer of ways[at]?.blocking ?? []) way.blocking.add(answer);
      });
      const step = twin ?? { id, question: from.question, ways };
      steps.set(id, step);
      made.set(from, step);
      return step;
    };
    return givens.map((given) => make(follow(state, given, blocks).state, given, new Map()));
  };
}

interface Arrival {
  readonly values: readonly string[];
  readonly blocks: boolean;
  readonly to: Step;
}

/** Goes on through the questions that are answered from the start. */
function follow(state: State, given: Answers, blocks: Blocks): { state: State; blocks: boolean } {
  const value = given.get(state.question?.word ?? '');
  const branch = state.branches.find(({ option }) => option.values.some((one) => one === value));
  if (!branch) return { state, blocks: false };
  const end = follow(branch.to, given, blocks);
  return { state: end.state, blocks: end.blocks || blocks(state, branch) };
}

function waysOf(knowledge: Knowledge, word: Word, state: State, arrivals: readonly Arrival[]): Way[] {
  const ways = new Map<Step, Way>();
  const wayTo = (to: Step): Way => {
    const way = ways.get(to) ?? { to, answers: new Set(), blocking: new Set(), unknown: false };
    ways.set(to, way);
    return way;
  };
  const known = arrivals.filter(({ values }) => !values.includes(unknown));
  for (const arrival of known) wayTo(arrival.to);
  if (word.type === 'number') nameNumbers(knowledge, word, state, known, wayTo);
  else
    for (const { values, blocks, to } of known)
      for (const value of values) {
        wayTo(to).answers.add(value);
        if (blocks) wayTo(to).blocking.add(value);
      }
  for (const { values, to } of arrivals) if (values.includes(unknown)) wayTo(to).unknown = true;
  return [...ways.values()];
}

/** Names the numbers of each way, and apart from that those of them that block. */
function nameNumbers(
  knowledge: Knowledge,
  word: Word,
  state: State,
  arrivals: readonly Arrival[],
  wayTo: (to: Step) => Way,
): void {
  const name = (keyOf: (arrival: Arrival) => string): Map<string, string> => {
    const groups = new Map<string, string[]>();
    for (const arrival of arrivals)
      groups.set(keyOf(arrival), [...(groups.get(keyOf(arrival)) ?? []), ...arrival.values]);
    const names = numberNames(knowledge, word, state, [...groups.values()]);
    return new Map([...groups.keys()].map((key, at) => [key, names[at] ?? '']));
  };
  const byStep = name(({ to }) => String(to.id));
  const byBlock = name(({ blocks }) => String(blocks));
  for (const { to, blocks } of arrivals) {
    wayTo(to).answers.add(byStep.get(String(to.id)) ?? '');
    if (blocks) wayTo(to).blocking.add(byBlock.get('true') ?? '');
  }
}
