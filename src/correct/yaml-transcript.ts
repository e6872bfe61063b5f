import type { Fault, Input, Reading, Subject } from '../guide/reading.js';
import { remark, shown } from './remarks.js';
import { scalar, valueText } from './yaml-scalar.js';

/** A reading written as YAML, and what is wrong with the text that can't show in it. */
export interface Transcript {
  readonly text: string;
  readonly lost: readonly Fault[];
  /** Faults that writing it anew mends. */
  readonly mended: readonly Fault[];
}

/** A line of the transcript, with the line of the text that it stands for. */
interface Row {
  readonly line: number;
  readonly text: string;
}

const origins: Partial<Record<Input, string>> = {
  'deployment-output':
    'Read from the output of a cmdlet. To change the deployment, change what stands here in the console.',
  'task-sequence': 'Read from an exported task sequence. To change it, edit its steps and variables in the console.',
};

/** Answers what a text states as YAML, word by word in its order; what wasn't understood as comments. */
export function transcribed({ input, subjects, unread }: Reading): Transcript {
  const lost: Fault[] = [];
  const mended: Fault[] = [];
  const documents = subjects.map((subject) => rowsOf(subject, lost, mended));
  const starts = documents.map((rows) => Math.min(...rows.map(({ line }) => line)));
  for (const { line, text } of unread) {
    const after = starts.findLastIndex((start) => start <= line);
    documents[Math.max(0, after)]?.push({ line, text: remark(`not read, line ${line}: ${shown(text)}`) });
  }
  const origin = origins[input];
  const head = origin === undefined ? [] : [remark(origin)];
  const stated = documents.some((rows) => rows.some(({ text }) => !text.startsWith('#')));
  const body = documents.flatMap((rows) => [
    ...(stated ? ['---'] : []),
    ...rows.sort((a, b) => a.line - b.line).map(({ text }) => text),
  ]);
  // A config that states nothing is an empty map.
  return { text: `${[...(stated ? [] : ['{}']), ...head, ...body].join('\n')}\n`, lost, mended };
}

function rowsOf({ stated, faults }: Subject, lost: Fault[], mended: Fault[]): Row[] {
  const words = new Set(stated.map(({ word }) => word));
  const rows = stated.map(({ word, value, line }): Row => ({ line, text: `${word}: ${valueText(value)}` }));
  for (const fault of faults) {
    const { rule, word, actual, line } = fault;
    if (word !== null && rule === 'input/unknown-value' && !words.has(word) && actual.trim() !== '') {
      words.add(word);
      rows.push({ line, text: `${word}: ${scalar(actual)}` });
    } else if (word !== null && (rule === 'input/twice' || rule === 'input/unknown-value')) {
      mended.push(fault);
      const why = words.has(word) ? 'it is given twice, and the first is kept' : 'it is empty';
      rows.push({ line, text: remark(`left out ${word}: ${shown(actual)}: ${why}. (${rule})`) });
    } else if (rule !== 'input/unknown-word') lost.push(fault);
  }
  return rows;
}
