import { readPowershell } from '../../src/config/powershell.js';
import type { Fault, Subject } from '../../src/guide/reading.js';
import { readKnowledge } from '../../src/knowledge/read.js';

export const knowledge = readKnowledge();

/** A script that names its task sequence and collection, and passes more. */
export const deploy = (more: string): string =>
  `New-CMTaskSequenceDeployment -TaskSequencePackageId DEM00007 -CollectionName 'Demo' ${more}`;

/** Answers the words of a call, each as its value. */
export const wordsOf = (subject: Subject | undefined): Record<string, string> =>
  Object.fromEntries((subject?.stated ?? []).map(({ word, value }) => [word, String(value)]));

/** What one call says. */
export interface One {
  readonly words: Record<string, string>;
  readonly faults: readonly Fault[];
  /** The kinds of fault, errors and all. */
  readonly kinds: readonly string[];
  readonly unread: readonly string[];
}

/** Answers what the calls of a script say. */
export async function callsIn(script: string): Promise<One[]> {
  const { subjects, unread } = await readPowershell(knowledge, script);
  return subjects.map((subject) => ({
    words: wordsOf(subject),
    faults: subject.faults,
    kinds: subject.faults.map(({ rule }) => rule),
    unread: unread.map(({ line, text }) => `${line}: ${text}`),
  }));
}

/** Answers what the only call of a script says. */
export async function callIn(script: string): Promise<One> {
  const [only, ...others] = await callsIn(script);
  if (!only || others.length > 0) throw new Error(`${others.length + 1} calls`);
  return only;
}
