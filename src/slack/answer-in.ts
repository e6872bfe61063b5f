import { answer } from '../answer/answer.js';
import type { Answer } from '../answer/answer-shape.js';
import { labelOf } from '../guide/wording.js';
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

/** Answers the options of a question back as questions that go on with them: `word=value`, which says it for certain. */
export function optionsIn(knowledge: Knowledge, { clarify }: Answer): readonly string[] {
  if (!clarify) return [];
  const asked = knowledge.questions.find(({ heading }) => heading === clarify.question);
  const word = knowledge.wordById.get(asked?.word ?? '');
  return clarify.options.map((label) => {
    const value = word?.values.find(({ id }) => labelOf(word, id) === label);
    return word && value ? `${word.id}=${value.id}` : label;
  });
}

/** Answers something that was asked as a person reads it: an option by its label. */
export function askedWords(knowledge: Knowledge, asked: string): string {
  const [, id = '', value = ''] = /^([a-z-]+)=(\S+)$/.exec(asked) ?? [];
  const word = knowledge.wordById.get(id);
  return word ? labelOf(word, value) : asked;
}
