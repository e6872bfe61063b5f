import type { Reading } from '../guide/reading.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { newDraft, subjectOf } from './draft.js';
import { readLines } from './lines.js';
import type { ConfigRead } from './subjects.js';
import { newUnreads } from './unreads.js';
import { looksLikeJson, looksNested, readYaml } from './yaml.js';

/** Answers what a posted config states: YAML or JSON where it has their structure, else line by line. */
export async function readConfigText(knowledge: Knowledge, text: string): Promise<ConfigRead> {
  if (looksLikeJson(text) || looksNested(text)) {
    const read = readYaml(knowledge, text);
    if (read?.named || (read && looksLikeJson(text))) return read;
  }
  return readLooseText(knowledge, text, hasChatter(text));
}

/** Answers what lines state, among other text or alone. */
export function readLooseText(knowledge: Knowledge, text: string, chatter: boolean): ConfigRead {
  const draft = newDraft();
  const unreads = newUnreads();
  readLines(knowledge, text, draft, unreads, chatter);
  return { subjects: [subjectOf(draft)], unread: unreads.rows(), named: draft.met.size > 0 };
}

/** Answers a config as a reading. */
export const configReading = ({ subjects, unread }: ConfigRead): Reading => ({ input: 'config', subjects, unread });

/** A line of prose has no separator, and is neither a list item, nor deeper, nor a comment. */
const hasChatter = (text: string): boolean =>
  /^(?![ \t]*(?:[-*+•#]|\/\/|\d{1,3}[.)]|\[.?\]|$))\S[^:=|\t\n]*$/m.test(text);
