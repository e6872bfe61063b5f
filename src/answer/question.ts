import type { Knowledge } from '../knowledge/knowledge.js';
import { preview } from '../knowledge/vocabulary.js';
import type { Finder } from './finder.js';
import { askingOf, type Form, formOf } from './form.js';
import { hear, namesPreviews, type Said, tellsTrouble } from './hear.js';
import { type Term, termsOf } from './lexicon.js';
import { pairsSaid } from './pairs-said.js';
import { tokens } from './tokens.js';
import { questionTerms, weighed } from './weights.js';

/** A question as it was understood. */
export interface Question {
  readonly form: Form;
  readonly terms: readonly Term[];
  /** How much each of its terms tells. */
  readonly weights: ReadonlyMap<string, number>;
  readonly said: Said;
  /** A release that it names though the vocabulary hasn't it, or null. */
  readonly unlisted: string | null;
  /** Whether it names previews. */
  readonly aboutPreviews: boolean;
  /** Whether it tells of something that doesn't work. */
  readonly complains: boolean;
}

/** How much the name of a release tells: what it says is read. */
const releaseWeight = 0.5;

/** The weights, with names of releases told apart from other numbers. */
function understood({ version }: Knowledge, weights: ReadonlyMap<string, number>): Map<string, number> {
  const names = version.values
    .filter((value) => !preview(value))
    .flatMap(({ id, release }) => [id, release?.build ?? id]);
  return new Map(
    [...weights].map(([term, weight]) => [
      term,
      /\d/.test(term) && names.some((name) => term.endsWith(name)) ? Math.min(weight, releaseWeight) : weight,
    ]),
  );
}

/** How much a term tells that stands in what is told before the question itself. */
const storyWeight = 0.65;

/** The weights, with what a story tells beside its question counting less. */
function withStoryLess(finder: Finder, text: string, weights: Map<string, number>): Map<string, number> {
  const asking = askingOf(shortened(text));
  if (asking === null) return weights;
  const asked = new Set(questionTerms(finder, asking).map((term) => term.text));
  return new Map([...weights].map(([term, weight]) => [term, asked.has(term) ? weight : weight * storyWeight]));
}

/** Longer questions are read from their beginning and their end. */
const most = 12_000;

/** Answers what a question says, with the earlier ones that it continues, a line each: what is said anew counts. */
export function readQuestion(knowledge: Knowledge, finder: Finder, text: string, after: string): Question {
  const lines = [...shortened(after).split('\n'), shortened(text)].map((line) => {
    const { said, rest } = pairsSaid(knowledge, line);
    const terms = questionTerms(finder, rest);
    const heard = hear(knowledge, finder.lexicon, terms);
    return { terms, said: [...heard.said, ...said], unlisted: heard.unlisted };
  });
  const terms = lines.flatMap((line) => line.terms);
  // A sign whose phrases stand in several lines, such as an upgrade and then PXE.
  const together = after !== '' ? hear(knowledge, finder.lexicon, terms).said : [];
  const { terms: own = [], unlisted = null } = lines.at(-1) ?? {};
  return {
    form: formOf(own.length > 3 || after === '' ? text : after),
    terms,
    weights: understood(knowledge, withStoryLess(finder, text, weighed(finder, terms))),
    said: new Map([...together, ...lines.flatMap(({ said }) => said)]),
    unlisted,
    aboutPreviews: namesPreviews(knowledge, finder.lexicon, terms),
    complains: tellsTrouble(knowledge, finder.lexicon, own),
  };
}

const shortened = (text: string): string =>
  text.length <= most ? text : `${text.slice(0, most / 2)} ${text.slice(-most / 2)}`;

/** Answers how near a question is to a text, 0 to 1. */
export function nearTo({ weights }: Question, finder: Finder, text: string): number {
  const there = weighed(finder, termsOf(finder.lexicon, tokens(text)));
  const sum = (some: Iterable<number>) => [...some].reduce((all, one) => all + one, 0);
  const shared = sum([...weights].flatMap(([term, weight]) => (there.has(term) ? [weight] : [])));
  return shared === 0 ? 0 : (2 * shared) / (sum(weights.values()) + sum(there.values()));
}
