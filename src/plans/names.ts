import type { Answers } from '../guide/answers.js';
import { unknown } from '../guide/value.js';
import { labelOf } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** Answers the text that whoever acknowledges a plan types once more: its collection; null where the answers don't name it. */
export function confirmedName(knowledge: Knowledge, answers: Answers): string | null {
  const word = knowledge.words.find(({ confirms }) => confirms);
  const value = word && answers.get(word.id);
  return typeof value === 'string' && value !== unknown ? value : null;
}

/** How many answers a title names, in the order they are asked. */
const inTitle = 2;

/** Answers what a plan is called: its collection where it is named, and its first answers. */
export function titleOf(knowledge: Knowledge, answers: Answers): string {
  const named = confirmedName(knowledge, answers);
  const first = knowledge.questions.flatMap(({ word: id }) => {
    const word = knowledge.wordById.get(id);
    const value = answers.get(id);
    return word && typeof value === 'string' && value !== unknown ? [labelOf(word, value)] : [];
  });
  const parts = [...(named === null ? [] : [named]), ...first.slice(0, inTitle)];
  return parts.length > 0 ? parts.join(' · ') : 'A plan without answers';
}
