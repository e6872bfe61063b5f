import { type Answers, writePath } from '../guide/answers.js';
import { type Judged, judgeAnswers } from '../guide/judged.js';
import { openQuestions } from '../guide/open.js';
import { makePlan } from '../guide/plan.js';
import { hangingOf, mustOf, undecidedRows, whenOf } from '../guide/undecided.js';
import { unknown } from '../guide/value.js';
import type { Fact } from '../knowledge/facts.js';
import type { Check, Finding } from './check.js';
import { type Classes, classesOf } from './classes.js';
import { planContent } from './plan-content.js';
import type { State } from './walk.js';

/** Whether two answers to a question lead to different plans, wherever it is asked. */
export const questionsMatter: Check = {
  name: 'questions-matter',
  description: 'every question, wherever it is asked, has two options that lead to different plans',
  check: ({ knowledge, walked }) => {
    const { states } = walked();
    const asking = states.filter(({ branches }) => branches.length > 0);
    const idle = new Map<string, Finding>();
    let classes: Classes | undefined;
    for (const state of asking) {
      classes ??= classesOf(knowledge(), state.judged.today);
      const question = knowledge().questions.find(({ word }) => word === state.question?.word);
      if (!question || idle.has(question.word) || tellsApart(state, question.word, classes)) continue;
      const path = writePath(knowledge(), state.judged.answers) || 'no answer';
      const waiting = waitingFor(state, question.word).map(({ id }) => id);
      const message = `${question.word} changes no plan after ${path}, though ${waiting.join(', ')} waits for it. Narrow the "when" of that, or let its "must" say something new.`;
      idle.set(question.word, { place: question, message });
    }
    return { findings: [...idle.values()], looked: `${asking.length} places` };
  },
};

/** Ends on which facts that wait for the word hold are looked at first: there it matters if anywhere. */
function tellsApart(state: State, word: string, classes: Classes): boolean {
  const options = state.branches.flatMap(({ option }) => (option.value === unknown ? [] : [option.value]));
  const endOf = (option: string, choose: Choose) => complete(state.judged, word, option, choose, classes);
  const waiting = waitingFor(state, word);
  for (const prefer of preferences) {
    for (const fact of waiting) {
      for (const option of options) {
        const ended = endOf(option, favouring(fact, prefer));
        const content = contentOf(ended);
        const same: Choose = (judged, next, values) =>
          ended.answers.get(next)?.toString() ?? favouring(fact, prefer)(judged, next, values);
        if (options.some((other) => other !== option && contentOf(endOf(other, same)) !== content)) return true;
      }
    }
  }
  return false;
}

/** The facts that are asked about with this word. */
function waitingFor({ judged }: State, word: string): Fact[] {
  return judged.knowledge.facts.filter((fact) => {
    if (fact.kind === 'note' || fact.kind === 'definition' || undecidedRows(judged, fact).length === 0) return false;
    return [...hangingOf(judged, fact).unanswered].some(({ id }) => id === word);
  });
}

/** Which value to answer a question with. */
type Choose = (judged: Judged, word: string, values: readonly string[]) => string;

/** Orders in which the answers to the other questions are tried. */
type Prefer = (values: readonly string[], word: string) => readonly string[];

const turned =
  (by: number): Prefer =>
  (values, word) => {
    const at = (by * (word.length + 1)) % Math.max(1, values.length);
    return [...values.slice(at), ...values.slice(0, at)];
  };
const preferences: readonly Prefer[] = [
  (values) => values,
  (values) => [...values].reverse(),
  ...[1, 2, 3, 5, 7].map(turned),
];

/** An answer that leaves the fact possible, best with what it asks for undone. */
const favouring =
  (fact: Fact, prefer: Prefer): Choose =>
  ({ knowledge, answers, today }, word, values) => {
    const ordered = prefer(values, word);
    let possible: string | undefined;
    for (const value of ordered) {
      const then = judgeAnswers(knowledge, new Map(answers).set(word, value), today);
      if (whenOf(then, fact) === 'no') continue;
      if (fact.must.length === 0 || mustOf(then, fact) !== 'yes') return value;
      possible ??= value;
    }
    return possible ?? ordered[0] ?? unknown;
  };

/** Answers every question that is left. */
function complete(
  { knowledge, answers, today }: Judged,
  word: string,
  option: string,
  choose: Choose,
  classes: Classes,
): Judged {
  let all: Answers = new Map(answers).set(word, option);
  for (;;) {
    const judged = judgeAnswers(knowledge, all, today);
    const [question] = openQuestions(judged);
    const next = question ? knowledge.wordById.get(question.word) : undefined;
    if (!next || all.has(next.id)) return judged;
    const values = classes(next, all).flatMap(({ value }) => (value === unknown ? [] : [value]));
    all = new Map(all).set(next.id, choose(judged, next.id, values));
  }
}

/** What the plan says in the end. */
const contentOf = ({ knowledge, answers, today }: Judged) => planContent(makePlan(knowledge, answers, today));
