import type { Pair } from '../config/pairs.js';
import { type Answers, readAnswers } from '../guide/answers.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';

/** More problems of one source than this are only counted. */
const told = 10;

/** Answers the answers of one source. Throws Unusable with what is wrong in it, each with its line where it has several. */
export function answersOf(knowledge: Knowledge, source: string, pairs: readonly Pair[]): Answers {
  const { answers, problems } = readAnswers(
    knowledge,
    pairs.map(([word, value]) => [word, value] as const),
  );
  if (problems.length === 0) return answers;
  const lined = pairs.some(([, , line]) => line > 1);
  const lines = problems
    .slice(0, told)
    .map(({ message, at }) => `${source}${lined ? `:${pairs[at]?.[2] ?? 1}` : ''}: ${message}`);
  const more = problems.length - lines.length;
  throw new Unusable(more > 0 ? [...lines, `${source}: ${more} more like these. Mend the first ones.`] : lines);
}
