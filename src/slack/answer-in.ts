import { answer } from '../answer/answer.js';
import type { Answer } from '../answer/answer-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** So many earlier questions are gone on from. */
const mostEarlier = 5;

/** Answers the last of these questions, which go on from one another, oldest first; one that is answered alone only, alone. */
export function answerIn(knowledge: Knowledge, asked: readonly string[], today: string): Answer {
  const question = asked.at(-1) ?? '';
  const after = asked
    .slice(-mostEarlier - 1, -1)
    .map((one) => one.replace(/\s+/g, ' '))
    .join('\n');
  const going = answer(knowledge, { question, after, today });
  if (after === '' || going.status !== 'not-covered') return going;
  const alone = answer(knowledge, { question, today });
  return alone.status === 'answered' ? alone : going;
}
