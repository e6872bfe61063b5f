import type { Answers } from '../guide/answers.js';
import { type Judged, judgeAnswers } from '../guide/judged.js';
import { openQuestions } from '../guide/open.js';
import type { OpenQuestion } from '../guide/plan-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { classesOf, type OptionClass } from './classes.js';
import { residueOf } from './residue.js';

/** A state of the flow: all paths that reach it go on alike. */
export interface State {
  /** The answers of the first path that reached it. */
  readonly answers: Answers;
  /** The next question, or null at an end. */
  readonly question: OpenQuestion | null;
  readonly branches: readonly Branch[];
  /** How many paths lead on from here to an end. */
  readonly paths: bigint;
}

/** The answers to a question that no fact tells apart, and where they lead. */
export interface Branch {
  readonly option: OptionClass;
  readonly to: State;
}

/** A path that has reached a state, perhaps one that was reached before. */
export interface Arrival {
  readonly judged: Judged;
  readonly question: OpenQuestion | null;
  readonly seen: boolean;
}

/** The whole flow, walked. */
export interface Walked {
  readonly start: State;
  /** How many states were told apart. */
  readonly states: number;
  /** How many paths they stand for; a number counts once for each class of its values. */
  readonly paths: bigint;
}

/** Walks all paths of the flow as classes on a day; `visit` is told of each arrival. */
export function walk(knowledge: Knowledge, today: string, visit: (arrival: Arrival) => void = () => {}): Walked {
  const classes = classesOf(knowledge, today);
  const residue = residueOf(knowledge);
  const known = new Map<string, State>();
  const go = (answers: Answers): State => {
    const judged = judgeAnswers(knowledge, answers, today);
    const key = residue(judged);
    const earlier = known.get(key);
    const question = earlier ? earlier.question : (openQuestions(judged)[0] ?? null);
    visit({ judged, question, seen: earlier !== undefined });
    if (earlier) return earlier;
    const word = question ? knowledge.wordById.get(question.word) : undefined;
    const branches: Branch[] = [];
    let paths = word ? 0n : 1n;
    for (const option of word && !answers.has(word.id) ? classes(word, answers) : []) {
      const to = go(new Map(answers).set(word?.id ?? '', option.value));
      branches.push({ option, to });
      paths += to.paths * BigInt(option.values.length);
    }
    const state = { answers, question, branches, paths };
    known.set(key, state);
    return state;
  };
  const start = go(new Map());
  return { start, states: known.size, paths: start.paths };
}
