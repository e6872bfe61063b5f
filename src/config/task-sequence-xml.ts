import { SaxesParser } from 'saxes';
import { Unusable } from '../text/problem.js';
import type { TextPlace } from './places.js';
import { type BrokenXml, type Draft, type Frame, keepsText, leave, open, outermost } from './task-sequence-elements.js';
import type { Exported } from './task-sequence-export.js';

/** Thrown at the first flaw: behind it nothing can be relied on. */
const stop = new Error('not well-formed');

/** So many elements may stand in a text, and one more for each so many letters: those of an export have names and values. */
const mostElements = 50_000;
const lettersEach = 60;

/** Answers the task sequences of an XML text that starts at a place, as far as it is well-formed. Throws Unusable at a document type, or where elements crowd. */
export function readXml(text: string, from: TextPlace): { exported: readonly Exported[]; broken: BrokenXml | null } {
  const exported: Draft[] = [];
  return { broken: parse(text, from, outermost, exported), exported };
}

/** Half a pair of surrogates is no letter, and the parser falls over it; U+FFFD is refused where it can't stand. */
const wellFormed = (text: string) =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

function parse(text: string, from: TextPlace, root: Frame, exported: Draft[]): BrokenXml | null {
  const frames: Frame[] = [root];
  const top = () => frames.at(-1) ?? root;
  const parser = new SaxesParser();
  const flaws: BrokenXml[] = [];
  let tag = from;
  let elements = 0;
  /** The place of what was read `back` letters ago; 0 = of what comes next. */
  const place = (back: number): TextPlace => ({
    line: from.line + parser.line - 1,
    column: (parser.line === 1 ? from.column - 1 : 0) + Math.max(1, parser.column - back + 1),
  });
  parser.on('doctype', () => {
    throw new Unusable([
      `line ${place(1).line}: a document type (<!DOCTYPE) stands here. No export has one, and entities are refused.`,
    ]);
  });
  parser.on('error', ({ message }) => {
    flaws.push({ ...place(1), why: message.replace(/^\d+:\d+: /, '').replace(/\.$/, '') });
    throw stop;
  });
  parser.on('opentagstart', ({ name }) => {
    tag = place(name.length + 2);
    if (++elements > mostElements + parser.position / lettersEach)
      throw new Unusable([`line ${tag.line}: ${elements} elements stand up to here; no task sequence is so crowded.`]);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const { line, column } = place(0);
    // The text of a CDATA section stands behind its opener.
    const inset = text.startsWith('<![CDATA[', parser.position) ? '<![CDATA['.length : 0;
    frames.push(open({ name, attributes, tag, content: { line, column: column + inset } }, top(), exported));
  });
  const keep = (more: string) => {
    const frame = top();
    if (keepsText(frame, frames.at(-2) ?? root)) frame.text += more;
  };
  parser.on('text', keep);
  parser.on('cdata', keep);
  parser.on('closetag', () => {
    const frame = frames.pop();
    const sequence = frame ? leave(frame, top()) : null;
    // What stands as text in a text isn't looked into.
    if (frame && sequence && root === outermost) flaws.push(...inside(frame, sequence, exported));
  });
  try {
    parser.write(wellFormed(text)).close();
  } catch (error) {
    if (error !== stop) throw error;
  }
  return flaws[0] ?? null;
}

/** Reads the sequence that stands as text in a property: its places are places of the text around it. */
function inside({ draft, content }: Frame, sequence: string, exported: Draft[]): BrokenXml[] {
  const text = sequence.trimStart();
  const above = sequence.slice(0, sequence.length - text.length).split('\n');
  const indent = above.at(-1)?.length ?? 0;
  const from = { line: content.line + above.length - 1, column: (above.length === 1 ? content.column : 1) + indent };
  const flaw = parse(text, from, { ...outermost, draft }, exported);
  return flaw ? [flaw] : [];
}
