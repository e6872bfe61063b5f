import { type Answers, readAnswers, readPath, writePath } from '../guide/answers.js';
import { questionsLeft } from '../guide/left.js';
import { makePlan } from '../guide/plan.js';
import type { OpenQuestion, Plan } from '../guide/plan-shape.js';
import { unknown } from '../guide/value.js';
import { labelOf } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';

/** A question as a page shows it: one that the flow asks, or a setting that was given. */
export interface Question extends Omit<OpenQuestion, 'type'> {
  readonly type: OpenQuestion['type'] | 'text';
  /** What the choice to leave it open is called. */
  readonly unknownLabel: string;
}

/** One answer as a person reads it. */
export interface Given {
  readonly word: string;
  readonly label: string;
  readonly value: string;
}

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
  /** Answers words with their values as a person reads them. */
  words(pairs: Readonly<Record<string, string>>): string;
}

const dontKnow = "I don't know";

/** Answers the guide over this knowledge; `today` answers the date that support notes are judged on. */
export function guideOf(knowledge: Knowledge, today: () => string): Guide {
  const wordOf = (id: string) => knowledge.wordById.get(id);
  const given = (word: Word, value: string | readonly string[]): Given => ({
    word: word.id,
    label: word.label,
    value: [value]
      .flat()
      .map((one) => (one === unknown ? dontKnow : labelOf(word, one)))
      .join(', '),
  });
  return {
    plan: (answers) => makePlan(knowledge, answers, today()),
    path: (answers) => writePath(knowledge, answers),
    left: remembered(
      (answers) => questionsLeft(knowledge, answers, today()),
      (answers) => `${today()} ${writePath(knowledge, answers)}`,
    ),
    read(line) {
      const { pairs, strays } = readPath(line);
      const { answers, problems } = readAnswers(knowledge, pairs);
      const lost = strays.map(
        (stray) =>
          `"${stray.slice(0, 60)}" isn't word=value. Put a value with spaces in double quotes: comment="two words"`,
      );
      return { answers, problems: [...problems.map(({ message }) => message), ...lost] };
    },
    answer(answers, word, value) {
      const read = readAnswers(knowledge, [[word, value]]);
      const [problem] = read.problems;
      if (problem) return { problem: problem.message.replace(`${word}: `, '') };
      const others = [...answers].filter(([other]) => other !== word);
      return { answers: new Map([...others, ...read.answers]) };
    },
    question(id) {
      const word = wordOf(id);
      if (!word) return null;
      const asked = knowledge.questions.find((question) => question.word === id);
      return {
        word: id,
        label: word.label,
        question: asked?.heading ?? word.label,
        help: asked?.help ?? word.description,
        type:
          word.values.length > 0 && word.type !== 'schedule' ? 'choice' : word.type === 'number' ? 'number' : 'text',
        options: word.values.map(({ id: value, label }) => ({ value, label })),
        unknownLabel: asked ? dontKnow : 'Leave this open',
      };
    },
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

/** How many counts are remembered: most people stand at one of a few places. */
const mostRemembered = 1_000;

/** Answers a count from memory where the same was asked before: counting what is left takes as long as many plans. */
function remembered(
  count: (answers: Answers) => number,
  nameOf: (answers: Answers) => string,
): (answers: Answers) => number {
  const known = new Map<string, number>();
  return (answers) => {
    const name = nameOf(answers);
    const left = known.get(name) ?? count(answers);
    known.delete(name);
    known.set(name, left);
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
    return left;
  };
}
