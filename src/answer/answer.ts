import type { Knowledge } from '../knowledge/knowledge.js';
import type { Answer } from './answer-shape.js';
import { candidates, situationOf } from './candidates.js';
import { choose } from './choice.js';
import { answered } from './compose.js';
import { decide } from './decision.js';
import { find, nearness, sharpened } from './find.js';
import { type Finder, finderOf } from './finder.js';
import { clarifying, notCovered } from './no-answer.js';
import { nearTo, readQuestion } from './question.js';
import { replyOf } from './reply.js';

/** What a question comes with. */
export interface Asked {
  readonly question: string;
  /** The question before it, which it continues. */
  readonly after?: string | undefined;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** How near the first fact has to be for a plain yes. */
const close = 0.5;

/** Answers a question from the facts; never throws, whatever the text. */
export const answer = (knowledge: Knowledge, asked: Asked): Answer => answerWith(knowledge, finderOf(knowledge), asked);

/** Answers a question with what a finder finds. */
export function answerWith(knowledge: Knowledge, finder: Finder, { question: text, after = '', today }: Asked): Answer {
  const question = readQuestion(knowledge, finder, text, after);
  const situation = situationOf(knowledge, question, today);
  const hits = sharpened(finder, question.weights, candidates(situation, question, find(finder, question.weights)));
  const read = Object.fromEntries(question.said);
  const decision = decide(knowledge, finder, question, hits);
  if (decision.kind === 'ask') return clarifying(knowledge, decision.word, read);
  if (decision.kind === 'not-covered') return notCovered(hits, read);
  const { facts, broken, everything } = choose(situation, question, hits, today);
  const lead = hits.find(({ entry }) => entry.kind === 'fact' && entry.fact === facts[0]);
  const reply = lead ? replyOf(knowledge, finder, question, lead.at) : null;
  const isClose = lead !== undefined && nearness(finder, question.weights, lead) >= close;
  return answered(situation, {
    question,
    facts,
    broken,
    everything,
    reply,
    isClose,
    near: (step) => nearTo(question, finder, step),
  });
}
