import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { nearest } from '../text/nearest.js';
import { columnOf, type Line, readAnchor } from './anchor-value.js';
import { type Anchor, anchorsIn } from './anchors.js';
import { addFault, type Draft, state } from './draft.js';
import { unknownWord } from './faults.js';
import { fits, namesIn, wordCalled } from './names.js';
import type { TextPlace } from './places.js';
import { bare, plainText } from './plain.js';
import type { Unreads } from './unreads.js';

/** A word whose value stands on the next lines. */
interface Waiting extends TextPlace {
  readonly word: Word;
  readonly text: string;
  readonly values: string[];
}

/** So many names that nearly are words are looked into. */
const mostNear = 50;
const listMark = /^[\s>|]*(?:(?:[-*+•·‣▪◦●○]|\d{1,3}[.)])\s+){0,3}/u;
const ticks = /^(?:\[[xX✓]\]|[☑☒✅✔✓])\s*/u;
const blanks = /^(?:\[ ?\]|[☐❌])\s*/u;

/**
 * Reads `word: value` lines, `Console label = value` lines, ticked boxes, and lists under a word.
 * In chatter a value may be followed by other text; what isn't understood is unread.
 */
export function readLines(knowledge: Knowledge, text: string, draft: Draft, unreads: Unreads, chatter: boolean): void {
  const names = namesIn(knowledge);
  let waiting: Waiting | null = null;
  let near = 0;
  for (const line of linesOf(text)) {
    const begin = listMark.exec(line.plain)?.[0].length ?? 0;
    const content = line.plain.slice(begin);
    if (!/[\p{L}\p{N}]/u.test(content) || /^\s*(?:#|\/\/)/.test(line.plain)) continue;
    const anchors = anchorsIn(names, line.plain, begin);
    if (anchors.length === 0 && waiting && continues(waiting, line.plain, begin)) {
      waiting.values.push(bare(content.replace(/,$/, '')).text);
      continue;
    }
    settle(draft, unreads, waiting);
    waiting = null;
    if (anchors.length > 0) {
      waiting = opening(line, anchors);
      if (waiting) continue;
      const left = readAnchors(draft, line, anchors, begin, chatter);
      if (left !== '') unreads.add(line.number, left);
    } else if (!ticked(knowledge, draft, content, { line: line.number, column: begin + 1 })) {
      unreads.add(line.number, line.raw);
      const key = keyOf(content);
      const meant = key !== null && ++near <= mostNear ? nearest(key, names.written) : null;
      if (key !== null && meant !== null)
        addFault(draft, unknownWord(key, meant, { line: line.number, column: begin + 1 }));
    }
  }
  settle(draft, unreads, waiting);
}

function* linesOf(text: string): Generator<Line> {
  let number = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const raw = text.slice(from, end < 0 ? text.length : end);
    yield { raw, plain: plainText(raw), number: ++number };
    from = end < 0 ? text.length + 1 : end + 1;
  }
}

/** Reads all words of a line; answers what wasn't understood of it. */
function readAnchors(draft: Draft, line: Line, anchors: readonly Anchor[], begin: number, chatter: boolean): string {
  const before = line.raw.slice(begin, anchors[0]?.start);
  const loose = chatter || anchors.length > 1 || anchors.some(({ inText }) => inText);
  const left = anchors.flatMap((anchor) => readAnchor(draft, line, anchor, loose));
  if (anchors.length === 1 && left[0] === line.raw.slice(anchors[0]?.start)) return line.raw;
  return [...(/[\p{L}\p{N}]/u.test(before) ? [before] : []), ...left].map((part) => part.trim()).join(' … ');
}

/** A name with nothing behind it waits for the next lines. */
function opening(line: Line, [first, ...others]: readonly Anchor[]): Waiting | null {
  if (!first || first.inText || others.length > 0 || bare(line.plain.slice(first.from)).text !== '') return null;
  return { word: first.word, line: line.number, column: columnOf(line, first), text: line.raw, values: [] };
}

function settle(draft: Draft, unreads: Unreads, waiting: Waiting | null): void {
  if (waiting?.values.length === 0) unreads.add(waiting.line, waiting.text);
  else if (waiting) state(draft, waiting.word, waiting.values.join(','), waiting);
}

/** A list item, a deeper line, or a value alone goes on with the word above. */
function continues({ word, values }: Waiting, line: string, begin: number): boolean {
  const item = /[^\s>]/.test(line.slice(0, begin));
  const first = values.length === 0 && /^\s/.test(line);
  return item || first || (word.type !== 'text' && values.length === 0 && fits(word, bare(line.slice(begin)).text));
}

/** A ticked or empty box before a label. */
function ticked(knowledge: Knowledge, draft: Draft, content: string, at: TextPlace): boolean {
  const tick = ticks.exec(content)?.[0];
  const box = tick ?? blanks.exec(content)?.[0];
  const word = box === undefined ? undefined : wordCalled(knowledge, content.slice(box.length));
  if (!word || (word.type !== 'on-off' && word.type !== 'yes-no')) return false;
  state(draft, word, tick === undefined ? 'off' : 'on', at);
  return true;
}

/** What stands before the first colon or equals sign, where it is short enough for a name. */
function keyOf(content: string): string | null {
  const end = content.slice(0, 100).search(/[:=]/);
  const key =
    end < 0
      ? ''
      : content
          .slice(0, end)
          .replace(/["'*_`{]/g, '')
          .trim();
  return key.length > 2 && key.split(' ').length <= 8 ? key : null;
}
