import { writePath } from '../guide/answers.js';
import type { Judged } from '../guide/judged.js';
import type { Fact } from '../knowledge/facts.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { Check, Finding } from './check.js';

/** Whether facts that hold together always leave each word a value. */
export const noContradiction: Check = {
  name: 'no-contradiction',
  description: 'on no path do facts leave a word without a value',
  check: ({ walked }) => {
    const findings = new Map<string, Finding>();
    const { arrivals } = walked();
    for (const judged of arrivals) {
      const words = new Set(judged.contradictions.map(({ word }) => word));
      judged.state.hidden.forEach((hidden, word) => {
        if (hidden && strikers(judged, word, 'values').length > 0) words.add(word);
      });
      for (const index of words) {
        const word = judged.knowledge.words[index];
        const clash = word ? clashing(judged, word) : [];
        const [first] = clash;
        if (!word || !first) continue;
        const names = clash.map(({ id }) => id).join(' and ');
        const path = writePath(judged.knowledge, judged.answers) || 'no answer';
        const message = `${names} leave ${word.id} without a value on the path ${path}. Narrow the "when" of one of them.`;
        if (!findings.has(names)) findings.set(names, { place: first, message });
      }
    }
    return { findings: [...findings.values()], looked: `${arrivals.length} paths walked` };
  },
};

/** The facts that hold and strike the word: two that share no value, or else all of them. */
function clashing(judged: Judged, { index }: Word): Fact[] {
  const all = [...strikers(judged, index, 'values'), ...strikers(judged, index, 'not-shown')];
  for (const one of all) {
    const other = all.find(({ mask }) => (mask & one.mask) === 0);
    if (other) return [one.fact, other.fact];
  }
  return all.map(({ fact }) => fact);
}

function strikers(
  { knowledge, when }: Judged,
  word: number,
  kind: 'values' | 'not-shown',
): { fact: Fact; mask: number }[] {
  return knowledge.facts.flatMap((fact) => {
    if (when[fact.index] !== 'yes') return [];
    const test = knowledge.rules[fact.index]?.strikes.find((one) => one.word === word && one.kind === kind);
    return test ? [{ fact, mask: test.kind === 'values' ? test.mask : 0 }] : [];
  });
}
