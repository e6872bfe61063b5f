import type { Entry } from './entries.js';
import type { Finder, Sentence } from './finder.js';

/** An entry that a question may be about. */
export interface Hit {
  readonly entry: Entry;
  /** Its number in the finder. */
  readonly at: number;
  readonly score: number;
  /** What its terms that the question has tell together, as the index has it. */
  readonly evidence: number;
  /** The share of what the question says that the entry knows, 0 to 1. */
  readonly coverage: number;
}

/** How much each term of a question tells. */
export type Weights = ReadonlyMap<string, number>;

/** How much a number counts in the index beside a word. */
const numberBoost = 0.5;

/** How much the share that an entry knows counts beside its place in the index. */
const coverageCounts = 5;

/** Answers the entries that share a term with a question, best first. */
export function find({ index, entries }: Finder, weights: Weights): Hit[] {
  const total = sharedWith(weights, weights) || 1;
  return index
    .search([...weights.keys()].join(' '), { boostTerm: (term) => (/\d/.test(term) ? numberBoost : 1) })
    .flatMap(({ id, score: evidence, queryTerms }) => {
      const found = entries[id];
      if (!found) return [];
      const coverage = queryTerms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0) / total;
      const score = Number((evidence / total + coverageCounts * coverage).toFixed(9));
      return [{ entry: found.entry, at: Number(id), score, evidence, coverage }];
    })
    .sort(byScore);
}

/** Best first; the order of the knowledge's pages can't matter. */
export const byScore = (a: Hit, b: Hit): number => b.score - a.score || (a.entry.key < b.entry.key ? -1 : 1);

/** How many hits are looked at sentence by sentence. */
const looked = 20;
/** How much the nearness of an entry's three nearest sentences counts beside its score. */
const nearCounts = 2.5;

/** Answers the hits with those before the others that have sentences near to the question. */
export const sharpened = (finder: Finder, weights: Weights, hits: readonly Hit[]): Hit[] =>
  hits
    .map((hit, at) => {
      const near = at < looked ? nearnessOfThree(finder, weights, hit) : 0;
      return { ...hit, score: hit.score * Math.exp(nearCounts * near) };
    })
    .sort(byScore);

/** Answers how near the three nearest sentences of an entry are to a question, 0 to 1. */
function nearnessOfThree(finder: Finder, weights: Weights, { at }: Hit): number {
  const [first = 0, second = 0, third = 0] = sentencesNear(finder, weights, at)
    .map(({ near }) => near)
    .sort((a, b) => b - a);
  return (first + second + third) / 3;
}

/** Answers how near the nearest sentence of an entry is to a question, 0 to 1. */
export const nearness = (finder: Finder, weights: Weights, { at }: Hit): number =>
  nearestSentence(finder, weights, at)?.near ?? 0;

/** A sentence of an entry, and how near it is to a question, 0 to 1. */
export interface NearSentence {
  readonly sentence: Sentence;
  readonly near: number;
}

/** Answers the sentence of an entry that is nearest to a question. */
export function nearestSentence(finder: Finder, weights: Weights, at: number): NearSentence | null {
  let nearest: NearSentence | null = null;
  for (const one of sentencesNear(finder, weights, at)) if (nearest === null || one.near > nearest.near) nearest = one;
  return nearest;
}

function sentencesNear({ entries }: Finder, weights: Weights, at: number): NearSentence[] {
  const total = sharedWith(weights, weights);
  return (entries[at]?.sentences() ?? []).map((sentence) => ({
    sentence,
    near: (2 * sharedWith(weights, sentence.terms)) / (total + sentence.tells || 1),
  }));
}

/** What the terms that stand in both tell together. */
function sharedWith(weights: Weights, terms: { has: (term: string) => boolean }): number {
  let sum = 0;
  for (const [term, weight] of weights) if (terms.has(term)) sum += weight;
  return sum;
}
