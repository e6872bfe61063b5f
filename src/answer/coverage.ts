import { rarity } from './everyday.js';
import { type Hit, nearness } from './find.js';
import type { Finder } from './finder.js';
import type { Term } from './lexicon.js';
import type { Question } from './question.js';

/** The nearest fact, and the nearest topic that the documents don't cover. */
export interface Found {
  readonly fact: Hit | undefined;
  readonly elsewhere: Hit | undefined;
}

/** What each sign counts: a logistic regression over the sentences of all facts and topics, each left out in turn, weighed them. */
const counts = {
  evidence: 1.94,
  length: -1.03,
  nearness: 2.61,
  ahead: 0.9,
  moreCovered: 4.07,
  strange: -4.15,
  strangers: -11.1,
};
/** What the signs have to come to; a false answer is worse than none, so it is more than the regression asks for. */
const enough = 6.3;

/** Answers how sure it is that the nearest fact answers the question; above 0 it does. */
export function sureness(finder: Finder, { terms, weights }: Question, { fact, elsewhere }: Found): number {
  if (!fact) return Number.NEGATIVE_INFINITY;
  const evidence = Math.log1p(fact.evidence);
  const strange = [...new Map(terms.map((term) => [term.text, term])).values()].map((term) =>
    strangeness(finder, term),
  );
  const size = weights.size;
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return (
    counts.evidence * evidence +
    counts.length * Math.log1p(total) +
    counts.nearness * nearness(finder, weights, fact) +
    counts.ahead * (evidence - Math.log1p(elsewhere?.evidence ?? 0)) +
    counts.moreCovered * (fact.coverage - (elsewhere?.coverage ?? 0)) +
    (counts.strange * strange.reduce((sum, one) => sum + one, 0)) / (size + 3) +
    (counts.strangers * strange.filter((one) => one >= 2).length) / (size + 2) -
    enough
  );
}

/** How strange a word is that no fact has, by how common it is in English. */
const everyday = [0, 0.3, 1] as const;

/** Answers how strange a term is to the facts: 3 for one that belongs to another topic, or to no English sentence. */
function strangeness({ tells, factTerms }: Finder, { text, words, filler }: Term): number {
  if (filler || factTerms.has(text) || /^\d+$/.test(text)) return 0;
  if (tells.has(text)) return 3;
  const rare = rarity(words[0] ?? '');
  return rare === null ? (text.length > 2 ? 3 : 1) : (everyday[rare] ?? 1);
}
