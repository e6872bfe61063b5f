import type { Knowledge } from '../knowledge/knowledge.js';
import { binding } from '../knowledge/link.js';
import type { Word } from '../knowledge/vocabulary.js';
import { judgeAll } from '../logic/judge.js';
import type { Rule } from '../logic/narrow.js';
import type { Judged } from './judged.js';

/** Answers the bits of the values that a setting may be given: those left, without any that a fact refuses as soon as it is given. */
export function allowedMask({ knowledge, state }: Judged, { index }: Word): number {
  const left = state.masks[index] ?? 0;
  let allowed = left;
  for (const { when, must } of refusing(knowledge).get(index) ?? []) {
    const others = when.filter((test) => test.word !== index);
    if (judgeAll(others, state) !== 'yes') continue;
    const own = when.filter((test) => test.word === index);
    const given = own.reduce((mask, test) => (test.kind === 'values' ? mask & test.mask : 0), left);
    for (const test of must) if (test.kind === 'values' && test.word === index) allowed &= ~(given & ~test.mask);
  }
  return allowed === 0 ? left : allowed;
}

const known = new WeakMap<Knowledge, ReadonlyMap<number, readonly Rule[]>>();

/** The binding facts that hold where a word has a value and ask another one of it, by the word's index. */
function refusing(knowledge: Knowledge): ReadonlyMap<number, readonly Rule[]> {
  const earlier = known.get(knowledge);
  if (earlier) return earlier;
  const byWord = new Map<number, Rule[]>();
  for (const fact of knowledge.facts) {
    const rule = knowledge.rules[fact.index];
    if (!rule || !binding(fact)) continue;
    for (const word of new Set(rule.must.map((test) => test.word)))
      if (knowledge.words[word]?.role === 'set' && rule.when.some((test) => test.word === word))
        byWord.set(word, [...(byWord.get(word) ?? []), rule]);
  }
  known.set(knowledge, byWord);
  return byWord;
}
