import type { Knowledge } from '../knowledge/knowledge.js';
import { nearestSentence } from './find.js';
import type { Finder } from './finder.js';
import type { Question } from './question.js';
import { signsOf } from './signs.js';

/** A sentence at least this near says the same as the question, if no word turns it round. */
const same = 0.85;

/** Answers the reply of the sentence that says what a question says, or null where none does or its answer may be another. */
export function replyOf(
  knowledge: Knowledge,
  finder: Finder,
  { weights, terms, said }: Question,
  at: number,
): 'yes' | 'no' | null {
  const nearest = nearestSentence(finder, weights, at);
  if (!nearest?.sentence.reply || nearest.near < same) return null;
  const release = said.get(knowledge.version.id);
  if (release !== undefined && !nearest.sentence.terms.has(release)) return null;
  const own = new Set(terms.map(({ text }) => text));
  const turned = signsOf(knowledge, finder.lexicon).turning.some(
    ([word = '', ...more]) => more.length === 0 && own.has(word) !== nearest.sentence.terms.has(word),
  );
  return turned ? null : nearest.sentence.reply;
}
