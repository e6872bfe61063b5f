import MiniSearch from 'minisearch';
import type { Knowledge } from '../knowledge/knowledge.js';
import { type Entry, entriesOf, labelsOf } from './entries.js';
import { contentOf, type Lexicon, lexiconOf } from './lexicon.js';
import { type Dictionary, dictionaryOf } from './spelling.js';
import { tokens } from './tokens.js';

/** What finds entries for a question; made once for a knowledge. */
export interface Finder {
  readonly lexicon: Lexicon;
  readonly dictionary: Dictionary;
  readonly entries: readonly IndexedEntry[];
  readonly index: MiniSearch;
  /** How much each known term tells: the more, the fewer entries have it. */
  readonly tells: ReadonlyMap<string, number>;
  /** How much a term tells that a single entry has. */
  readonly rarest: number;
  /** The terms that facts have. */
  readonly factTerms: ReadonlySet<string>;
}

/** An entry as it stands in the index. */
export interface IndexedEntry {
  readonly entry: Entry;
  readonly document: Readonly<Record<string, string | number>>;
  /** Its ways to ask, in their order, then its heading; made when they are first wanted. */
  readonly sentences: () => readonly Sentence[];
}

/** One way to ask for an entry. */
export interface Sentence {
  readonly terms: ReadonlySet<string>;
  /** How much its terms tell together. */
  readonly tells: number;
  /** Its answer, where it is a yes-or-no question whose answer is always the same. */
  readonly reply: 'yes' | 'no' | null;
}

const finders = new WeakMap<Knowledge, Finder>();

/** Answers the finder of a knowledge. */
export function finderOf(knowledge: Knowledge): Finder {
  const earlier = finders.get(knowledge);
  if (earlier) return earlier;
  const made = makeFinder(knowledge);
  finders.set(knowledge, made);
  return made;
}

/** The fields of an entry in the index, and how much a term in each tells. */
const boost = { asks: 1, heading: 0.5, text: 0.5, labels: 0.2 };

function makeFinder(knowledge: Knowledge): Finder {
  const lexicon = lexiconOf(knowledge.speech);
  const content = (text: string) => contentOf(lexicon, tokens(text));
  const index = new MiniSearch({
    fields: Object.keys(boost),
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
    searchOptions: { boost },
    autoVacuum: false,
  });
  const stats = new Map<string, TermStats>();
  const drafts = entriesOf(knowledge).map((entry, id) => {
    const asks = entry.asks.map(content);
    const heading = content(entry.heading);
    const isFact = entry.kind === 'fact';
    const text = isFact ? content(`${entry.fact.text} ${entry.fact.steps.join(' ')}`) : [];
    const labels = isFact ? content(labelsOf(knowledge, entry.fact)) : [];
    for (const terms of [...asks, heading, text, labels]) for (const term of terms) count(stats, term, id, isFact);
    const document = { id, ...joined({ asks: severalTimes(asks.flat()), heading, text, labels }) };
    index.add(document);
    return { entry, document, asks, heading };
  });
  const tell = (count: number) => Math.log(1 + (drafts.length + 0.5) / (count + 0.5));
  const tells = new Map<string, number>();
  const factTerms = new Set<string>();
  for (const [term, { entries, ofFact }] of stats) {
    tells.set(term, tell(entries));
    if (ofFact) factTerms.add(term);
  }
  const entries = drafts.map(({ entry, document, asks, heading }) => ({
    entry,
    document,
    sentences: once(() => sentencesOf(entry, [...asks, heading], tells)),
  }));
  const words = [...lexicon.words, ...lexicon.seen.keys()];
  return { lexicon, dictionary: dictionaryOf(words), entries, index, tells, rarest: tell(1), factTerms };
}

/** In how many entries a term stands, in which last, and whether in a fact's. */
interface TermStats {
  entries: number;
  last: number;
  ofFact: boolean;
}

function count(stats: Map<string, TermStats>, term: string, entry: number, ofFact: boolean): void {
  const known = stats.get(term);
  if (!known) stats.set(term, { entries: 1, last: entry, ofFact });
  else {
    known.ofFact ||= ofFact;
    if (known.last !== entry) known.entries += 1;
    known.last = entry;
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const sentencesOf = (
  entry: Entry,
  all: readonly (readonly string[])[],
  tells: ReadonlyMap<string, number>,
): readonly Sentence[] =>
  all.map((terms, at) => {
    const own = new Set(terms);
    let told = 0;
    for (const term of own) told += tells.get(term) ?? 0;
    return { terms: own, tells: told, reply: (entry.kind === 'fact' ? entry.fact.replies[at] : null) ?? null };
  });

/** A term that stands in many wordings of an entry counts as if it stood in so many; more would tell hardly more, and take time. */
const mostTimes = 6;

/** Answers terms in their order, each so often at most. */
export function severalTimes(terms: readonly string[]): string[] {
  const times = new Map<string, number>();
  return terms.filter((term) => {
    const before = times.get(term) ?? 0;
    times.set(term, before + 1);
    return before < mostTimes;
  });
}

const joined = (fields: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, terms]) => [name, terms.join(' ')]));
