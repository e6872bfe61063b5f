import type { Answer } from '../answer/answer-shape.js';
import { labelOf } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';

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
