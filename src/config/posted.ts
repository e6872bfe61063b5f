import type { PostedText } from '../guide/reading.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { placesIn } from './places.js';

/** A text posted more often than this is told so often only. */
const most = 5;

/** Answers the texts in a post that a fact is about wherever they stand, in any case, with spaces or colons in them. */
export function postedIn(knowledge: Knowledge, text: string): PostedText[] {
  return knowledge.facts.flatMap(({ id, posted }) => {
    if (posted === null) return [];
    const found = [...text.matchAll(pattern(posted))].slice(0, most);
    if (found.length === 0) return [];
    const place = placesIn(text);
    return found.map((match) => ({ fact: id, text: match[0], ...place(match.index) }));
  });
}

const pattern = (posted: string): RegExp =>
  new RegExp([...posted].map((letter) => letter.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('[ :-]?'), 'giu');
