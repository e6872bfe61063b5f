import type { Knowledge } from '../knowledge/knowledge.js';
import { inAskedOrder } from './open.js';
import type { OpenQuestion } from './plan-shape.js';

/** A question as a person is asked it: one of the flow, or a setting that was given. */
export interface Question extends Omit<OpenQuestion, 'type'> {
  readonly type: OpenQuestion['type'] | 'text';
  /** What the choice to leave it open is called. */
  readonly unknownLabel: string;
}

/** What a person chooses who doesn't know an answer. */
export const dontKnow = "I don't know";

/** Answers the question about a word, whether it is open, answered or was given. */
export function questionOf(knowledge: Knowledge, id: string): Question | null {
  const word = knowledge.wordById.get(id);
  if (!word) return null;
  const asked = knowledge.questions.find((question) => question.word === id);
  return {
    word: id,
    label: word.label,
    question: asked?.heading ?? word.label,
    help: asked?.help ?? word.description,
    type: word.values.length > 0 && word.type !== 'schedule' ? 'choice' : word.type === 'number' ? 'number' : 'text',
    options: inAskedOrder(word).map(({ id: value, label }) => ({ value, label })),
    unknownLabel: asked ? dontKnow : 'Leave this open',
  };
}
