import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { readPath, strayMessage } from '../guide/answers.js';
import { schemaKey } from '../guide/value.js';
import { Unusable } from '../text/problem.js';
import { mostAnswerCharacters } from './answer-limits.js';

/** A word and its value as a person wrote them, and the line, counted from 1. */
export type Pair = readonly [word: string, value: string, line: number];

/**
 * Answers the pairs of a text: a JSON object, YAML, `word: value` or `word = value` lines, or a one-line path.
 * Every scalar stays text. Throws Unusable, naming the source and the line.
 */
export function readPairs(source: string, text: string): Pair[] {
  if (text.length > mostAnswerCharacters)
    throw new Unusable([
      `${source}: ${text.length} characters are too long for answers; at most ${mostAnswerCharacters}.`,
    ]);
  if (text.split('\n').every(blank)) throw new Unusable([`${source}: it is empty. Write one "word: value" a line.`]);
  const single = !text.trim().includes('\n');
  const place: PlaceAt = (line) => (single ? source : `${source}:${line}`);
  const path = single && readPath(text.trim());
  if (path && path.pairs.length > 0 && path.strays.length === 0)
    return path.pairs.map(([word, value]) => [word, value, 1]);
  if (path && mostlyPairs(path, text))
    throw new Unusable(path.strays.map((stray) => `${source}: ${strayMessage(stray)}.`));
  return structured(place, source, text) ?? lines(place, text);
}

/** A line of several pairs is a path with something lost in it, unless it is JSON or one "word: value". */
const mostlyPairs = ({ pairs, strays }: ReturnType<typeof readPath>, text: string): boolean =>
  pairs.length > 1 && pairs.length > strays.length && !/^\s*[{[]|^[^=]*:\s/.test(text);

/** Answers the name of a place by its line; a source of one line needs none. */
type PlaceAt = (line: number) => string;

/** YAML reads JSON too; with its failsafe schema nothing becomes a number or a Boolean. */
function structured(place: PlaceAt, source: string, text: string): Pair[] | null {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, lineCounter });
  const looksLikeJson = /^\s*[{[]/.test(text);
  const [error] = document.errors;
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  if (error && looksLikeJson)
    throw new Unusable([`${place(lineAt(error.pos[0]))}: this isn't well-formed JSON. Write {"word": "value", …}.`]);
  if (error || !isMap(document.contents)) {
    if (looksLikeJson) throw new Unusable([`${source}: answers are an object: {"word": "value", …}.`]);
    return null;
  }
  const { items } = document.contents;
  // "word = a: b" is a word with its value to a person.
  if (!looksLikeJson && items.some(({ key }) => isScalar(key) && String(key.value).includes('='))) return null;
  return items.flatMap(({ key, value }): Pair[] => {
    if (isScalar(key) && key.value === schemaKey) return [];
    const values = isSeq(value) ? value.items : [value];
    const at = isNode(key) && key.range ? lineAt(key.range[0]) : 1;
    if (!isScalar(key) || !values.every((one) => isScalar(one)))
      throw new Unusable([`${place(at)}: the value of "${String(key)}" must be a text or a list of texts.`]);
    return [[String(key.value), values.map((one) => (isScalar(one) ? String(one.value ?? '') : '')).join(','), at]];
  });
}

/** Answers whether a line states nothing. */
const blank = (line: string) => /^\s*(#.*)?$/.test(line);

function lines(place: PlaceAt, text: string): Pair[] {
  return text.split(/\r?\n/).flatMap((line, at): Pair[] => {
    if (blank(line)) return [];
    const cut = line.search(/[:=]/);
    if (cut < 1)
      throw new Unusable([`${place(at + 1)}: "${line.trim().slice(0, 60)}" isn't an answer. Write "word: value".`]);
    return [[line.slice(0, cut).trim(), unquoted(line.slice(cut + 1).trim()), at + 1]];
  });
}

/** Answers a value without the comment behind it and one pair of quotes around it, as YAML reads it. */
function unquoted(value: string): string {
  const inQuotes = /^(["'])(.*?)\1(?:\s+#.*)?$/.exec(value)?.[2];
  if (inQuotes !== undefined) return inQuotes;
  const comment = value.search(/(?:^|\s)#/);
  return comment < 0 ? value : value.slice(0, comment).trim();
}
