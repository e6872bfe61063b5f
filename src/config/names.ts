import { type ReadValue, readValue, valueNamed } from '../guide/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { givable, type Value, type Word } from '../knowledge/vocabulary.js';

/** The names that a config may use, folded so that case, spaces and hyphens don't matter. */
export interface Names {
  readonly words: ReadonlyMap<string, Word>;
  /** What a person may have meant: the names as written. */
  readonly written: readonly string[];
  /** The length of the longest folded name. */
  readonly longest: number;
}

/** Answers a name as names are compared: letters and digits alone. */
export const squash = (text: string): string =>
  /^[a-z0-9]*$/.test(text)
    ? text
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '');

const known = new WeakMap<Knowledge, Names>();

/** Answers the names of all words that can be given: ids, labels, aliases, and parameters that are one word's alone. */
export function namesIn(knowledge: Knowledge): Names {
  const earlier = known.get(knowledge);
  if (earlier) return earlier;
  const named = knowledge.words.filter(givable);
  const words = new Map<string, Word>();
  const written: string[] = [];
  const add = (name: string, word: Word) => {
    if (words.has(squash(name))) return;
    words.set(squash(name), word);
    written.push(name);
  };
  for (const word of named) add(word.id, word);
  for (const word of named) for (const name of [word.label, ...word.aliases]) add(name, word);
  for (const word of named) {
    const parameter = / -(\w+)(?: |$)/.exec(word.powershell ?? '')?.[1];
    if (parameter) add(parameter, word);
  }
  const names = { words, written, longest: Math.max(...[...words.keys()].map(({ length }) => length)) };
  known.set(knowledge, names);
  return names;
}

/** Answers the word that a config calls by this name. */
export const wordCalled = (knowledge: Knowledge, name: string): Word | undefined =>
  name.length > 400 ? undefined : namesIn(knowledge).words.get(squash(name));

/** Answers the value that a config gives a word: as anywhere, and with spaces, hyphens and quotes as they come. */
export function readGiven(word: Word, text: string): ReadValue {
  const read = readValue(word, text);
  if (!('message' in read) || word.values.length === 0 || text.length > 400) return read;
  const whole = loosely(word, text);
  const several = word.type === 'schedule' && whole === text.trim();
  const elements = several ? text.split(',').map((element) => loosely(word, element)) : [whole];
  const second = readValue(word, elements.join(','));
  return 'message' in second ? read : second;
}

const fitting = new WeakMap<Word, ReadonlySet<string>>();

/** Answers whether a text reads as a value of a word, without telling why it doesn't. */
export function fits(word: Word, text: string): boolean {
  if (word.type === 'text') return true;
  if (word.type === 'number' || word.type === 'date' || word.type === 'schedule')
    return !('message' in readGiven(word, text));
  const known = fitting.get(word) ?? new Set(word.values.flatMap(namesOf));
  fitting.set(word, known);
  const wanted = squash(text);
  if (/^(?:unknown|(?:i )?don['’]t know|\?)$/i.test(text.trim())) return true;
  return wanted !== '' && (known.has(wanted) || (word.type === 'version' && valueNamed(word, text) !== undefined));
}

const namesOf = ({ id, label, aliases, powershell }: Value): string[] =>
  [id, label, ...aliases, powershell ?? ''].map(squash);

/** The id of the one value whose name differs in spaces, hyphens, commas and case alone. */
function loosely(word: Word, text: string): string {
  const wanted = squash(text);
  const [only, other] = wanted === '' ? [] : word.values.filter((value) => namesOf(value).includes(wanted));
  return only && !other ? only.id : text.trim();
}
