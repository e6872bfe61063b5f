import type { Answers } from '../guide/answers.js';
import { type Judged, judgeAnswers } from '../guide/judged.js';
import { openQuestions } from '../guide/open.js';
import type { OpenQuestion } from '../guide/plan-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { classesOf, type OptionClass } from './classes.js';
import { residueOf } from './residue.js';

/** A state of the flow: all paths that reach it go on alike. */
export interface State {
  /** The answers of the first path that reached it, and what the facts make of them. */
  readonly judged: Judged;
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

/** The whole flow, walked. */
export interface Walked {
  readonly start: State;
  /** The states that were told apart; each stands behind those it leads to. */
  readonly states: readonly State[];
  /** What the facts make of each path walked, up to a state that was reached before; paths in the order walked. */
  readonly arrivals: readonly Judged[];
  /** How many paths the states stand for; a number counts once for each class of its values. */
  readonly paths: bigint;
}

/** Walks all paths of the flow as classes on a day (YYYY-MM-DD). */
export function walk(knowledge: Knowledge, today: string): Walked {
  const classes = classesOf(knowledge, today);
  const residue = residueOf(knowledge);
  const states = new Map<string, State>();
  const arrivals: Judged[] = [];
  const arrive = (answers: Answers): State => {
    const judged = judgeAnswers(knowledge, answers, today);
    arrivals.push(judged);
    const key = residue(judged);
    const known = states.get(key);
    if (known) return known;
    const [question = null] = openQuestions(judged);
    const state = { judged, question, ...goOn(answers, question) };
    states.set(key, state);
    return state;
  };
  const goOn = (answers: Answers, question: OpenQuestion | null): { branches: Branch[]; paths: bigint } => {
    const word = knowledge.wordById.get(question?.word ?? '');
    // A question that comes again would be walked for ever.
    if (!word || answers.has(word.id)) return { branches: [], paths: 1n };
    const branches = classes(word, answers).map((option) => ({
      option,
      to: arrive(new Map(answers).set(word.id, option.value)),
    }));
    return {
      branches,
      paths: branches.reduce((sum, { option, to }) => sum + BigInt(option.values.length) * to.paths, 0n),
    };
  };
  const start = arrive(new Map());
  return { start, states: [...states.values()], arrivals, paths: start.paths };
}
