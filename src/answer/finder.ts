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

/** An entry with its terms. */
export interface IndexedEntry {
  readonly entry: Entry;
  /** What stands in the index for it. */
  readonly document: Readonly<Record<string, string | number>>;
  /** Its ways to ask, in their order, then its heading. */
  readonly sentences: readonly Sentence[];
  /** All its terms. */
  readonly terms: ReadonlySet<string>;
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
  const { speech } = knowledge;
  const lexicon = lexiconOf(speech);
  const words = new Set(lexicon.fillers);
  const wordsOf = (text: string): string[] => {
    const found = tokens(text);
    for (const word of found) words.add(word);
    return found;
  };
  for (const { term, others } of speech.synonyms) for (const text of [term, ...others]) wordsOf(text);
  const content = (text: string) => contentOf(lexicon, wordsOf(text));
  const index = new MiniSearch({
    fields: Object.keys(boost),
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
    searchOptions: { boost },
    autoVacuum: false,
  });
  const counts = new Map<string, number>();
  const drafts = entriesOf(knowledge).map((entry, id) => {
    const asks = entry.asks.map(content);
    const heading = content(entry.heading);
    const text = entry.kind === 'fact' ? content(`${entry.fact.text} ${entry.fact.steps.join(' ')}`) : [];
    const labels = entry.kind === 'fact' ? content(labelsOf(knowledge, entry.fact)) : [];
    const document = { id, ...joined({ asks: asks.flat(), heading, text, labels }) };
    index.add(document);
    const terms = new Set([...asks.flat(), ...heading, ...text, ...labels]);
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { entry, document, asks, heading, terms };
  });
  const tell = (count: number) => Math.log(1 + (drafts.length + 0.5) / (count + 0.5));
  const tells = new Map([...counts].map(([term, count]) => [term, tell(count)]));
  const entries = drafts.map(({ entry, document, terms, ...draft }) => ({
    entry,
    document,
    terms,
    sentences: [...draft.asks, draft.heading].map((terms, at) =>
      sentence(terms, tells, (entry.kind === 'fact' ? entry.fact.replies[at] : null) ?? null),
    ),
  }));
  const factTerms = new Set(entries.flatMap(({ entry, terms }) => (entry.kind === 'fact' ? [...terms] : [])));
  return { lexicon, dictionary: dictionaryOf(words), entries, index, tells, rarest: tell(1), factTerms };
}

function sentence(terms: readonly string[], tells: ReadonlyMap<string, number>, reply: Sentence['reply']): Sentence {
  const own = new Set(terms);
  let all = 0;
  for (const term of own) all += tells.get(term) ?? 0;
  return { terms: own, tells: all, reply };
}

const joined = (fields: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, terms]) => [name, terms.join(' ')]));
