import type { Knowledge } from '../knowledge/knowledge.js';
import type { Answers } from './answers.js';
import { judgeAnswers } from './judged.js';
import { openQuestions } from './open.js';
import type { OpenQuestion } from './plan-shape.js';

/** Answers about how many questions are left: the mean of a few paths through the rest of the flow. */
export function questionsLeft(knowledge: Knowledge, answers: Answers, today: string): number {
  const [next] = openOf(knowledge, answers, today);
  if (!next) return 0;
  const lengths = some(choices(next)).flatMap((value) =>
    [0, -1].map((at) => 1 + pathLength(knowledge, new Map([...answers, [next.word, value]]), today, at)),
  );
  return Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
}

const openOf = (knowledge: Knowledge, answers: Answers, today: string) =>
  openQuestions(judgeAnswers(knowledge, answers, today));

/** A number is asked for no less often for being small. */
const choices = ({ options }: OpenQuestion): string[] =>
  options.length === 0 ? ['1'] : options.map(({ value }) => value);

/** At most three of them, spread over all. */
const some = (values: readonly string[]): string[] => values.filter((_, at) => at % Math.ceil(values.length / 3) === 0);

/** How many questions a path asks that always takes the option at that place. */
function pathLength(knowledge: Knowledge, start: Answers, today: string, place: number): number {
  const answers = new Map(start);
  for (let length = 0; ; length++) {
    const [next] = openOf(knowledge, answers, today);
    const value = next && choices(next).at(place);
    if (!next || value === undefined) return length;
    answers.set(next.word, value);
  }
}
