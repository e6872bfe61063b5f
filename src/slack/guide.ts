import type { Answer } from '../answer/answer-shape.js';
import { type PlanFormat, planFormats } from '../formats/index.js';
import { type Answers, readAnswers, readPath, strayMessage, writePath } from '../guide/answers.js';
import { questionsLeft } from '../guide/left.js';
import { makePlan } from '../guide/plan.js';
import type { Plan } from '../guide/plan-shape.js';
import { dontKnow, type Question, questionOf } from '../guide/question.js';
import { unknown } from '../guide/value.js';
import { labelOf } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { confirmedName, titleOf } from '../plans/names.js';
import type { Order } from '../tickets/order.js';
import { orderFor, type Posted } from '../tickets/plan-order.js';
import { askedWords, optionsIn } from './answer-options.js';
import { cut } from './mrkdwn.js';
import type { Validator } from './validator.js';

/** One answer as a person reads it. */
export interface Given {
  readonly word: string;
  readonly label: string;
  readonly value: string;
}

/** Answers the last of these questions, which go on from one another, oldest first. */
export type AnswerTo = (asked: readonly string[]) => Answer;

/** What the app needs of the guide. */
export interface Guide {
  plan(answers: Answers): Plan;
  /** Answers the line that replays the answers. */
  path(answers: Answers): string;
  /** Answers about how many questions are left. */
  left(answers: Answers): number;
  /** Answers what a line of `word=value` states, and what is wrong in it, one sentence each. */
  read(line: string): { answers: Answers; problems: readonly string[] };
  /** Answers the answers with one more or another, or why the value can't be one. */
  answer(answers: Answers, word: string, value: string): { answers: Answers } | { problem: string };
  /** Answers the page of a word, whether it is open, answered or was given. */
  question(word: string): Question | null;
  given(answers: Answers): readonly Given[];
  /** Answers what a plan with these answers is called. */
  title(answers: Answers): string;
  /** Answers the collection that whoever acknowledges a plan types once more; null where it isn't named. */
  collection(answers: Answers): string | null;
  /** The word that names the collection. */
  readonly collectionWord: string | null;
  /** Answers a plan in one of the formats of the command line, with a stamp first where there is one. */
  print(plan: Plan, format: PlanFormat, stamp: string | null): Promise<string>;
  /** Answers the order that posts a plan to a ticket. */
  order(posted: Posted): Order;
  /** Answers what judges posted texts, loaded when it is first asked for. */
  validator(): Promise<Validator>;
  /** Answers what answers questions, loaded when it is first asked for. */
  answering(): Promise<AnswerTo>;
  /** Answers the options of a question back as questions that go on with them. */
  optionsIn(answer: Answer): readonly string[];
  /** Answers something that was asked, or chosen, as a person reads it. */
  askedWords(asked: string): string;
  /** Answers words with their values as a person reads them. */
  words(pairs: Readonly<Record<string, string>>): string;
}

/** Answers the guide over this knowledge; `today` answers the date that support notes are judged on. */
export function guideOf(knowledge: Knowledge, today: () => string): Guide {
  const wordOf = (id: string) => knowledge.wordById.get(id);
  const nameOf = (answers: Answers) => `${today()} ${writePath(knowledge, answers)}`;
  const given = (word: Word, value: string | readonly string[]): Given => ({
    word: word.id,
    label: word.label,
    value: [value]
      .flat()
      .map((one) => (one === unknown ? dontKnow : labelOf(word, one)))
      .join(', '),
  });
  return {
    plan: remembered((answers) => makePlan(knowledge, answers, today()), nameOf, mostPlans),
    path: (answers) => writePath(knowledge, answers),
    left: remembered((answers) => questionsLeft(knowledge, answers, today()), nameOf, mostCounts),
    read(line) {
      const { pairs, strays } = readPath(line);
      const { answers, problems } = readAnswers(knowledge, pairs);
      const lost = strays.map(strayMessage);
      return { answers, problems: [...problems.map(({ message }) => message), ...lost] };
    },
    answer(answers, word, text) {
      const read = readAnswers(knowledge, [[word, text]]);
      const [problem] = read.problems;
      if (problem) return { problem: problem.message.replace(`${word}: `, '') };
      const next = new Map(answers);
      const value = read.answers.get(word);
      if (value === undefined) next.delete(word);
      else next.set(word, value);
      return { answers: next };
    },
    title: (answers) => cut(titleOf(knowledge, answers), titleSize),
    collection: (answers) => confirmedName(knowledge, answers),
    collectionWord: knowledge.words.find(({ confirms }) => confirms)?.id ?? null,
    print: async (plan, format, stamp) => (await planFormats[format]())(plan, { knowledge, colours: false, stamp }),
    order: (posted) => orderFor(posted, { knowledge, colours: false }),
    validator: async () => (await import('./validator.js')).validatorOf(knowledge, today),
    optionsIn: (answer) => optionsIn(knowledge, answer),
    askedWords: (asked) => askedWords(knowledge, asked),
    async answering() {
      const { answerIn } = await import('./answer-in.js');
      return (asked) => answerIn(knowledge, asked, today());
    },
    question: (id) => questionOf(knowledge, id),
    given: (answers) =>
      knowledge.words.flatMap((word) => {
        const value = answers.get(word.id);
        return value === undefined ? [] : [given(word, value)];
      }),
    words: (pairs) =>
      Object.entries(pairs)
        .map(([id, value]) => {
          const word = wordOf(id);
          return word ? `${word.label}: ${given(word, value).value}` : `${id}: ${value}`;
        })
        .join(' and '),
  };
}

/** A title stands in lists and sentences: a longer one is cut. */
const titleSize = 120;

/** How many plans are remembered: the page that is sent off was made a moment ago. */
const mostPlans = 100;
/** How many counts are remembered: most people stand at one of a few places, and a count takes as long as many plans. */
const mostCounts = 1_000;

/** Answers what follows from answers, from memory where the same was asked before. */
function remembered<T>(
  follows: (answers: Answers) => T,
  nameOf: (answers: Answers) => string,
  most: number,
): (answers: Answers) => T {
  const known = new Map<string, T>();
  return (answers) => {
    const name = nameOf(answers);
    const found = known.get(name) ?? follows(answers);
    known.delete(name);
    known.set(name, found);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return found;
  };
}
