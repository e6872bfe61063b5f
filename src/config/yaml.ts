import { type Document, type ErrorCode, isMap, isSeq, parseAllDocuments } from 'yaml';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';
import { notWellFormed } from './faults.js';
import { jsonSlip, withoutComments } from './json-slips.js';
import { jsonSpan } from './json-text.js';
import { placesIn } from './places.js';
import { type ConfigRead, withFault } from './subjects.js';
import { newUnreads } from './unreads.js';
import { isDeep } from './yaml-depth.js';
import { readNodes } from './yaml-nodes.js';

/** No config comes near as many entries, and a parser needs memory for each. */
const mostEntries = 100_000;
/** Nor does one nest so deep; a parser goes a step further in for each. */
const deepest = 200;

/** Answers whether a text starts as JSON does. */
export const looksLikeJson = (text: string): boolean =>
  /^\s*(?:\{\s*(?:["'}]|\/[/*]|[\w-]{1,40}\s*:|$)|\[\s*(?:[{"[\]]|\/[/*]|$))/.test(text);

/** Answers whether a text has more structure than lines of `word: value`. */
export const looksNested = (text: string): boolean =>
  /^(?:[ \t]+\S|-[ \t]|---|\?[ \t]|%)|^[^#\n:]{1,200}:[ \t]*(?:$|[[{|>&*!])/m.test(text);

/**
 * Reads YAML or JSON; with the failsafe schema nothing becomes a number or a Boolean.
 * Answers null where the text is neither, and is to be read line by line. Broken JSON is read as far as it goes.
 */
export function readYaml(knowledge: Knowledge, text: string): ConfigRead | null {
  const json = looksLikeJson(text);
  if (entries(text) > mostEntries) {
    if (!json) return null;
    throw new Unusable([
      `it has more than ${mostEntries} entries. No config is that long; give the part that matters.`,
    ]);
  }
  if (json && jsonDepth(text) > deepest)
    throw new Unusable([`it nests more than ${deepest} brackets. No config does; give the part that matters.`]);
  if (!json && isDeep(text, deepest)) return null;
  const slip = json ? jsonSlip(text) : null;
  const documents = parse(slip === null ? text : withoutComments(text));
  const [error] = documents.flatMap(({ errors }) => errors);
  const maps = documents.filter(({ contents }) => isMap(contents) || isSeq(contents));
  if (!json && (error || maps.length === 0 || maps.length < documents.length)) return null;
  const place = placesIn(text);
  const unreads = newUnreads();
  const { subjects, named, mixed } = readNodes(knowledge, text, place, maps, unreads);
  if (mixed && !json) return null;
  const object = maps.some(({ contents }) => isMap(contents));
  const read = { subjects, unread: unreads.rows(), named: named || (json && object) };
  const wrong = error ? { at: error.pos[0], why: reason(error.code) } : slip;
  if (!wrong) return read;
  const { offset, line } = lastLine(text, wrong.at);
  return { ...read, subjects: withFault(subjects, notWellFormed('JSON', wrong.why, line, place(offset))) };
}

function jsonDepth(text: string): number {
  let deep = 0;
  for (let at = 0; at < text.length; ) {
    const { end, depth } = jsonSpan(text, at);
    deep = Math.max(deep, depth);
    at = end;
  }
  return deep;
}

function parse(text: string): Document.Parsed[] {
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return 'empty' in documents ? [] : documents;
}

function entries(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (',:[{\n&*?-'.includes(text.charAt(at))) count++;
  return count;
}

const reasons: Partial<Record<ErrorCode, string>> = {
  MISSING_CHAR: 'a quote, a bracket or a comma is missing',
  BAD_DQ_ESCAPE: 'a backslash stands before a letter that needs none',
  RESOURCE_EXHAUSTION: 'too many brackets stand inside each other',
  UNEXPECTED_TOKEN: 'something stands here that belongs elsewhere',
};
const reason = (code: ErrorCode) => reasons[code] ?? 'it breaks off, or something is misplaced here';

/** Text that breaks off is wrong on its last line that holds anything. */
function lastLine(text: string, offset: number): { offset: number; line: string } {
  const at = Math.min(offset, text.trimEnd().length);
  const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const [line = ''] = text.slice(start, start + 100).split('\n');
  return { offset: Math.max(start, at), line: line.trim() };
}
