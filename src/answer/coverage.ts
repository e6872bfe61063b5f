import { rarity } from './everyday.js';
import { type Hit, nearness } from './find.js';
import type { Finder } from './finder.js';
import type { Term } from './lexicon.js';
import type { Question } from './question.js';

/** The facts, and the topics that the documents don't cover, nearest first. */
export interface Found {
  readonly facts: readonly Hit[];
  readonly elsewhere: readonly Hit[];
  /** How near the nearest sentence of these facts, and of these topics, is to the question, 0 to 1. */
  readonly factNear: number;
  readonly otherNear: number;
}

/** What each sign counts: a logistic regression over the sentences of all facts and topics, each left out in turn, weighed them. */
const counts = { evidence: 1.73, near: 1.4, ahead: 1.07, moreCovered: 2.45, nearer: 4.57, said: 1.73 };
/** What the signs have to come to; a false answer is worse than none, so it is more than the regression asks for. */
const enough = 10.4;
/** More words of the situation than this say no more. */
const mostSaid = 3;

/** Answers how sure it is that the nearest fact answers the question; above 0 it does. */
export function sureness(
  finder: Finder,
  { terms, weights, said }: Question,
  { facts, elsewhere, factNear, otherNear }: Found,
): number {
  const [fact] = facts;
  const [other] = elsewhere;
  if (!fact) return Number.NEGATIVE_INFINITY;
  const evidence = Math.log1p(fact.evidence);
  const strange = [...new Map(terms.map((term) => [term.text, term])).values()].map((term) =>
    strangeness(finder, term),
  );
  return (
    counts.evidence * evidence +
    counts.near * nearness(finder, weights, fact) +
    counts.ahead * (evidence - Math.log1p(other?.evidence ?? 0)) +
    counts.moreCovered * (fact.coverage - (other?.coverage ?? 0)) +
    counts.nearer * (factNear - otherNear) +
    counts.said * Math.min(mostSaid, said.size) -
    strange.reduce((sum, one) => sum + one, 0) / (weights.size + 2) -
    enough
  );
}

/** How strange a word is that no fact has: one of another topic, one of no English list, and everyday ones. */
const ofElsewhere = 10.7;
const noEnglish = 5.9;
const everyday = [0, 3.5, 3.8] as const;

/** Such a code names one failure. */
const errorCode = /^0x[0-9a-f]{6,}$/;

/** Answers how strange a term is to the facts. */
function strangeness({ tells, factTerms }: Finder, { text, words, filler }: Term): number {
  if (filler || factTerms.has(text)) return 0;
  if (errorCode.test(text)) return ofElsewhere;
  if (/\d/.test(text)) return 0;
  if (tells.has(text)) return ofElsewhere;
  const rare = rarity(words[0] ?? '');
  return rare === null ? noEnglish : (everyday[rare] ?? noEnglish);
}
