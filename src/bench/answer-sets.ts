import type { Answers } from '../guide/answers.js';
import { blocking } from '../guide/broken.js';
import { judgeAnswers } from '../guide/judged.js';
import { openQuestions } from '../guide/open.js';
import { unknown } from '../guide/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { oneOf, randomOf } from './random.js';

/** The verdicts, each an equal share of the sets. */
export const verdicts = ['ready', 'open', 'blocked'] as const;
export type Verdict = (typeof verdicts)[number];

/** Answers with the verdict that they lead to. */
export interface AnswerSet {
  readonly verdict: Verdict;
  readonly answers: Answers;
}

/** The day that all plans are made on, so that two runs make the same. */
export const day = '2026-11-20';

const numbers = ['0', '1', '25', '100', '600', '5000'];
const dates = ['2026-11-25T08:00', '2026-12-01T22:00', '2026-12-24T18:00'];

/** Answers `count` sets, a third of each verdict; every value of every question stands in one of them if there are enough. */
export function answerSets(knowledge: Knowledge, count: number, seed: number): AnswerSet[] {
  const random = randomOf(seed);
  const starts = knowledge.questions.flatMap((question) => {
    const word = knowledge.wordById.get(question.word);
    return word ? [...valuesOf(word), unknown].map((value): Answers => new Map([[word.id, value]])) : [];
  });
  const sets: AnswerSet[] = [];
  for (let at = 0; sets.length < count; at++) {
    const verdict = verdicts[sets.length % verdicts.length] ?? 'ready';
    const start = starts[at % starts.length] ?? new Map();
    const answers = walked(knowledge, start, verdict, random);
    if (verdictOf(knowledge, answers) === verdict) sets.push({ verdict, answers });
  }
  return sets;
}

/** Answers the questions as they come: all of them with care, some of them, or anything at all. */
function walked(knowledge: Knowledge, start: Answers, verdict: Verdict, random: () => number): Answers {
  const answers = new Map(start);
  const stop = verdict === 'open' ? random() : 0;
  for (;;) {
    const [next] = openQuestions(judgeAnswers(knowledge, answers, day));
    const word = knowledge.wordById.get(next?.word ?? '');
    if (!word || random() < stop / 4) break;
    const values = shuffled([...valuesOf(word), unknown], random);
    const harmless =
      verdict === 'blocked' ? undefined : values.find((value) => blocks(knowledge, answers, word, value) === 0);
    answers.set(word.id, harmless ?? values[0] ?? unknown);
  }
  for (const word of knowledge.words) {
    const value = word.role === 'set' && random() < 0.05 ? oneOf(valuesOf(word), random) : undefined;
    if (value !== undefined) answers.set(word.id, value);
  }
  return answers;
}

const blocks = (knowledge: Knowledge, answers: Answers, word: Word, value: string | readonly string[]): number =>
  blocking(judgeAnswers(knowledge, new Map([...answers, [word.id, value]]), day)).length;

function verdictOf(knowledge: Knowledge, answers: Answers): Verdict {
  const judged = judgeAnswers(knowledge, answers, day);
  if (blocking(judged).length > 0) return 'blocked';
  return openQuestions(judged).length > 0 ? 'open' : 'ready';
}

/** Values that a person may give a word; none for free text. */
function valuesOf(word: Word): (string | readonly string[])[] {
  switch (word.type) {
    case 'number':
      return numbers;
    case 'date':
      return dates;
    case 'schedule':
      return [...word.values.slice(1).map(({ id }) => [id]), ...dates.map((date) => [date])];
    default:
      return word.values.map(({ id }) => id);
  }
}

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
