import type { Reading, Subject, Unread } from '../guide/reading.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';
import { notWellFormed } from './faults.js';
import { placesIn } from './places.js';
import { strayLines } from './stray-lines.js';
import type { BrokenXml } from './task-sequence-elements.js';
import { exportedWords } from './task-sequence-words.js';
import { readXml } from './task-sequence-xml.js';
import { newUnreads } from './unreads.js';

/** Where an export starts, whatever stands before it; else where any element does. */
const starts = [
  /<(?:\?xml\s|!DOCTYPE\s|!--|(?:CIM|DECLARATION|INSTANCE|SmsTaskSequencePackage|sequence)[\s>/])/i,
  /<[A-Za-z_]/,
];

/** Answers what an exported task sequence states: object.xml, a bare sequence, or the older form of an export. */
export function readTaskSequence(knowledge: Knowledge, text: string): Reading {
  const begin = starts.map((start) => text.search(start)).find((at) => at >= 0) ?? text.length;
  const last = text.lastIndexOf('>') + 1;
  // What breaks off inside a tag is part of the export.
  const end = last <= begin || text.includes('<', last) ? text.length : last;
  const { exported, broken } = readXml(text.slice(begin, end), placesIn(text)(begin));
  if (exported.length === 0) throw new Unusable([`line ${broken?.line ?? 1}: ${nothing(broken)}`]);
  const read = exported.map((one) => exportedWords(knowledge, one, broken !== null));
  const around = [...strayLines(text.slice(0, begin), 0), ...strayLines(text.slice(end), placesIn(text)(end).line - 1)];
  return {
    input: 'task-sequence',
    subjects: read.map(({ subject }, at) =>
      at < read.length - 1 || !broken ? subject : withFault(subject, broken, text),
    ),
    unread: inOrder([...around, ...read.flatMap(({ unread }) => unread)]),
  };
}

const nothing = (broken: BrokenXml | null) =>
  broken
    ? `this isn't well-formed XML (${broken.why}), and no task sequence stands before it.`
    : 'no task sequence stands in this XML. Post an exported one: object.xml, or its <sequence>.';

function withFault(subject: Subject, { line, column, why }: BrokenXml, text: string): Subject {
  const actual = text.split('\n', line)[line - 1]?.trim() ?? '';
  return { ...subject, faults: [...subject.faults, notWellFormed('XML', why, actual, { line, column })] };
}

function inOrder(rows: readonly Unread[]): readonly Unread[] {
  const unreads = newUnreads();
  for (const { line, text } of [...rows].sort((a, b) => a.line - b.line)) unreads.add(line, text);
  return unreads.rows();
}
