import { type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq, visit, type YAMLMap } from 'yaml';
import type { Subject } from '../guide/reading.js';
import { schemaKey } from '../guide/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { nearest } from '../text/nearest.js';
import { Unusable } from '../text/problem.js';
import { addFault, type Draft, newDraft, state, subjectOf } from './draft.js';
import { unknownValue, unknownWord } from './faults.js';
import { fits, namesIn, wordCalled } from './names.js';
import type { TextPlace } from './places.js';
import { bare, plainText } from './plain.js';
import { inherit, repeats, surrounded, together } from './subjects.js';
import type { Unreads } from './unreads.js';

/** Aliases can multiply: more followed than this, or more entries met in all, and the text is refused. */
const mostAliases = 200;
const mostMet = 200_000;
const deepest = 20;
/** So many names that nearly are words are looked into. */
const mostNear = 50;

/** The text that nodes are read from, and what was spent on it. */
interface Source {
  readonly knowledge: Knowledge;
  readonly text: string;
  readonly place: (offset: number) => TextPlace;
  readonly unreads: Unreads;
  readonly anchors: ReadonlyMap<string, unknown>;
  aliases: number;
  met: number;
  near: number;
  mixed: boolean;
  named: boolean;
}

/** What documents state, and whether a value of theirs runs over several lines, as prose below a line does. */
export interface NodesRead {
  readonly subjects: readonly Subject[];
  /** Whether a word of ours stands there, whatever it is given. */
  readonly named: boolean;
  readonly mixed: boolean;
}

/** Reads the maps and lists of documents: several configs where a word repeats from one to the next, else one. */
export function readNodes(
  knowledge: Knowledge,
  text: string,
  place: (offset: number) => TextPlace,
  documents: readonly Document.Parsed[],
  unreads: Unreads,
): NodesRead {
  const anchors = new Map<string, unknown>();
  if (text.includes('&'))
    for (const document of documents)
      visit(document, { Value: (_, node) => void (node.anchor && anchors.set(node.anchor, node)) });
  const spent = { aliases: 0, met: 0, near: 0, mixed: false, named: false };
  const source = { knowledge, text, place, unreads, anchors, ...spent };
  const subjects = together(documents.flatMap(({ contents }) => readItem(source, contents, 0)));
  return { subjects, named: source.named, mixed: source.mixed };
}

function readItem(source: Source, given: unknown, depth: number): readonly Subject[] {
  const node = followed(source, given);
  if (isMap(node)) return readMap(source, node, depth);
  if (isSeq(node) && depth < deepest) return together(node.items.flatMap((item) => readItem(source, item, depth + 1)));
  unread(source, node, node);
  return [];
}

function readMap(source: Source, map: YAMLMap, depth: number): readonly Subject[] {
  const own = newDraft();
  const parts: Subject[] = [];
  const merged: Subject[] = [];
  for (const { key, value: given } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (name === schemaKey && isScalar(given)) continue;
    const word = wordCalled(source.knowledge, name);
    const value = followed(source, given);
    if (word && !(isMap(value) && holdsWords(source, value))) readWord(source, own, word, key, value);
    else if (isCollection(value) && !isFlat(value) && depth < deepest)
      (name === '<<' ? merged : parts).push(...readItem(source, value, depth + 1));
    else {
      unread(source, key, given);
      near(source, own, name, key);
    }
  }
  if (own.met.size > 0) source.named = true;
  const outer = subjectOf(own);
  const whole = repeats(parts) ? surrounded(parts, outer) : together([outer, ...parts], true);
  return whole.map((subject) => merged.reduce(inherit, subject));
}

const holdsWords = ({ knowledge }: Source, map: YAMLMap) =>
  map.items.some(({ key }) => isScalar(key) && wordCalled(knowledge, String(key.value)) !== undefined);

/** A list of plain values holds no words. */
const isFlat = (node: unknown) => isSeq(node) && node.items.every((item) => isScalar(item));

function readWord(source: Source, draft: Draft, word: Word, key: unknown, value: unknown): void {
  const at = spot(source, key);
  const items = isSeq(value) ? value.items.map((item) => followed(source, item)) : [value];
  const texts = items.map((item) => textOf(source, word, item));
  const valueAt = isCollection(value) || rangeOf(value) === null ? at : spot(source, value);
  if (texts.some((text) => text === null)) {
    const why = `The value of ${word.id} must be a text or a list of texts.`;
    addFault(
      draft,
      unknownValue(
        word.id,
        slice(source, key, value),
        word.values.map(({ id }) => id),
        why,
        at,
        null,
      ),
    );
  } else if (texts.every((text) => text === '')) unread(source, key, value);
  else state(draft, word, texts.join(','), at, valueAt);
}

/** The text of a scalar; null where it is none, "unknown" for the null of JSON and YAML. */
function textOf(source: Source, word: Word, node: unknown): string | null {
  if (node === null) return '';
  if (!isScalar(node)) return null;
  const text = String(node.value ?? '').trim();
  if (node.type !== 'PLAIN') return word.type === 'text' ? text : plainText(text);
  const range = rangeOf(node);
  const folded = range !== null && source.text.slice(range[0], range[1]).includes('\n');
  if (folded && word.type !== 'text' && !fits(word, text)) source.mixed = true;
  if (text === 'null' || text === '~') return 'unknown';
  return word.type === 'text' ? text : bare(plainText(text)).text;
}

function followed(source: Source, given: unknown): unknown {
  if (++source.met > mostMet)
    throw new Unusable(['its aliases multiply into more than a config can hold. Write it out without aliases.']);
  if (!isAlias(given)) return given;
  if (++source.aliases > mostAliases)
    throw new Unusable([`it follows more than ${mostAliases} aliases. Write it out without aliases.`]);
  return source.anchors.get(given.source) ?? null;
}

function near(source: Source, draft: Draft, name: string, key: unknown): void {
  if (name.length < 3 || name.length > 100 || ++source.near > mostNear) return;
  const meant = nearest(name, namesIn(source.knowledge).written);
  if (meant !== null) addFault(draft, unknownWord(name, meant, spot(source, key)));
}

const rangeOf = (node: unknown): readonly [number, number, number] | null =>
  isNode(node) && node.range ? node.range : null;

const spot = (source: Source, node: unknown): TextPlace => source.place(rangeOf(node)?.[0] ?? 0);

function slice(source: Source, from: unknown, to: unknown): string {
  const start = rangeOf(from)?.[0] ?? 0;
  const end = rangeOf(to)?.[1] ?? rangeOf(from)?.[1] ?? start;
  return source.text.slice(start, Math.min(Math.max(start, end), start + 300)).replace(/\s+/g, ' ');
}

function unread(source: Source, from: unknown, to: unknown): void {
  const text = slice(source, from, to);
  if (text.trim() !== '') source.unreads.add(spot(source, from).line, text);
}
