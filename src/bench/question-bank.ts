import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../knowledge/read.js';

/** What an answer to a question has to be. */
export interface BankQuestion {
  readonly id: string;
  readonly question: string;
  /** The statuses that are right. */
  readonly expect: readonly string[];
  /** Lists of patterns: one of each list has to match. */
  readonly must: readonly (readonly RegExp[])[];
  readonly mustNot: readonly RegExp[];
  /** One of these has to be cited, if there are any. */
  readonly sources: readonly { readonly document: string; readonly headings: readonly string[] }[];
}

/** Answers the questions of a bank in test/questions, or null where it isn't there. Throws where a line is broken. */
export function questionBank(name: string): BankQuestion[] | null {
  const file = join(packageRoot, 'test/questions', `${name}.jsonl`);
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readQuestion(JSON.parse(line)));
}

function readQuestion(line: unknown): BankQuestion {
  const { id, question, expect, must, mustNot, source, altSources } = objectIn(line);
  const pattern = (text: unknown) => new RegExp(String(text), 'i');
  return {
    id: String(id),
    question: String(question),
    expect: String(expect).split('|'),
    must: listIn(must).map((some) => listIn(some).map(pattern)),
    mustNot: listIn(mustNot).map(pattern),
    sources: [source, ...listIn(altSources)].flatMap((one) => {
      if (one === undefined) return [];
      const { document, headings } = objectIn(one);
      return [{ document: String(document), headings: listIn(headings).map(String) }];
    }),
  };
}

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error(`no object: ${JSON.stringify(value)}`);
  return { ...value };
}
