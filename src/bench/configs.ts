import type { Answers } from '../guide/answers.js';
import { blocking } from '../guide/broken.js';
import { judgeAnswers } from '../guide/judged.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Value } from '../knowledge/vocabulary.js';
import { day } from './answer-sets.js';
import type { LintFact } from './lint-facts.js';
import { oneOf, randomOf } from './random.js';

/** So many words of a config are given any value, right or wrong, at most. */
const mostChanged = 3;

/**
 * Answers `count` configs as YAML that are right but for up to three words: they give every word that a fact waits for, and
 * most of those it asks something of. Where facts contradict one another is left out: a linter can't find that.
 */
export function yamlConfigs(knowledge: Knowledge, facts: readonly LintFact[], count: number, seed: number): string[] {
  const random = randomOf(seed);
  const named = new Set(facts.flatMap(({ when, branch, must }) => [branch, ...when, ...must].map(({ word }) => word)));
  const waited = new Set(facts.flatMap(({ when, branch }) => [branch, ...when].map(({ word }) => word)));
  const words = knowledge.words.filter(({ id }) => named.has(id));
  const optional = (values: readonly Value[]) => (random() < 0.8 ? oneOf(values, random) : undefined);
  const configs: string[] = [];
  while (configs.length < count) {
    const answers = new Map<string, string>();
    for (const { id, values } of words) {
      const right = values.filter((value) => isRight(knowledge, new Map([...answers, [id, value.id]])));
      const value = waited.has(id) ? oneOf(right.length > 0 ? right : values, random) : optional(right);
      if (value) answers.set(id, value.id);
    }
    for (let left = Math.floor(random() * (mostChanged + 1)); left > 0; left--) {
      const word = oneOf(words, random);
      const value = word && oneOf(word.values, random);
      if (value) answers.set(word.id, value.id);
    }
    if (judgeAnswers(knowledge, answers, day).contradictions.length > 0) continue;
    configs.push([...answers].map(([word, value]) => `${word}: ${JSON.stringify(value)}\n`).join(''));
  }
  return configs;
}

const isRight = (knowledge: Knowledge, answers: Answers): boolean =>
  blocking(judgeAnswers(knowledge, answers, day)).length === 0;
