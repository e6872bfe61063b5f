import { readAnswers } from '../guide/answers.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** What a text states as `word=value`, and the text without it. */
export interface PairsSaid {
  readonly said: ReadonlyMap<string, string>;
  readonly rest: string;
}

/** Answers what a text states in pairs, as a path does; what is no word or value of ours stays in the text. */
export function pairsSaid(knowledge: Knowledge, text: string): PairsSaid {
  const said = new Map<string, string>();
  const rest = text.replace(/(?<!\S)([a-z][a-z-]{1,60})=(\S{1,200})(?!\S)/g, (whole, word: string, value: string) => {
    const given = readAnswers(knowledge, [[word, value]]).answers.get(word);
    if (typeof given !== 'string') return whole;
    said.set(word, given);
    return ' ';
  });
  return { said, rest };
}
