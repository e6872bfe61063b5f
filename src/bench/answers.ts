import { answer } from '../answer/answer.js';
import { findDocuments } from '../check/documents.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { day } from './answer-sets.js';
import { peerSearch } from './peer-search.js';
import { report } from './processes.js';
import { type BankQuestion, questionBank } from './question-bank.js';
import { isFalseAnswer, isRight, type Scored } from './question-score.js';
import { atLeast, atMost, noTarget, type Row } from './row.js';
import type { Size } from './size.js';
import { median, milliseconds } from './timing.js';

const bank = 'held-out';
const peer = 'plain BM25 over the paragraphs';

/** How many questions that nobody tuned on are answered right, alone and beside a plain search over the documents. */
export function rightAnswers(knowledge: Knowledge, documents: string | undefined): Row[] {
  const questions = questionBank(bank);
  const right = { name: 'questions answered right', unit: '%' };
  const wrong = { name: 'questions answered that the documents do not cover', unit: 'questions' };
  const ahead = { name: 'questions answered right', unit: 'points more', peer };
  if (questions === null) {
    const measured = `not measured: test/questions/${bank}.jsonl isn't there`;
    return [atLeast(95, 0, { ...right, measured })];
  }
  const ours = questions.map(({ question }) => answer(knowledge, { question, today: day }));
  const share = percentRight(questions, ours);
  const uncovered = questions.filter(({ expect }) => !expect.includes('answered')).length;
  const falseOnes = questions.filter((question, at) => isFalse(question, ours[at])).length;
  const rows = [
    atLeast(95, share, {
      ...right,
      measured: `${questions.length} questions that nobody tuned on, with the right source`,
    }),
    atMost(0, falseOnes, { ...wrong, measured: `of ${uncovered}` }),
  ];
  if (documents === undefined)
    return [...rows, noTarget(0, { ...ahead, measured: 'not measured: give --documents DIR' })];
  const search = peerSearch(findDocuments(documents, knowledge));
  const theirs = percentRight(
    questions,
    questions.map(({ question }) => search(question)),
  );
  const measured = `${share.toFixed(1)} % against ${theirs.toFixed(1)} % of the same questions`;
  return [...rows, atLeast(35, share - theirs, { ...ahead, measured })];
}

const isFalse = (question: BankQuestion, given: Scored | undefined) =>
  given !== undefined && isFalseAnswer(question, given);

function percentRight(questions: readonly BankQuestion[], answers: readonly Scored[]): number {
  const right = questions.filter((question, at) => {
    const given = answers[at];
    return given !== undefined && isRight(question, given);
  });
  return (100 * right.length) / questions.length;
}

/** How long an answer takes, and how soon the first can be given. */
export async function answerSpeed(knowledge: Knowledge, size: Size): Promise<Row[]> {
  const starts: number[] = [];
  for (let at = -size.warmUps; at < size.starts; at++) {
    const told = await report('finder');
    if (at >= 0) starts.push(told('milliseconds'));
  }
  const questions = knowledge.facts.flatMap(({ asks }) => asks).filter((_, at) => at % 4 === 0);
  const times: number[] = [];
  for (const question of questions) {
    const own: number[] = [];
    for (let round = -size.warmUps; round < size.rounds; round++) {
      const time = await milliseconds(() => answer(knowledge, { question, today: day }));
      if (round >= 0) own.push(time);
    }
    times.push(median(own));
  }
  times.sort((a, b) => a - b);
  const last = times[Math.floor(times.length * 0.99)] ?? Number.NaN;
  return [
    atMost(100, median(starts), {
      name: 'index of questions ready, knowledge apart',
      unit: 'ms',
      measured: `fresh processes, imports included: ${Math.min(...starts).toFixed(0)} to ${Math.max(...starts).toFixed(0)} ms, ${starts.length} times`,
    }),
    atMost(5, last, {
      name: 'an answer, 99th percentile',
      unit: 'ms',
      measured: `${questions.length} questions, the median of ${size.rounds} times each; half of them within ${median(times).toFixed(2)} ms`,
    }),
  ];
}
