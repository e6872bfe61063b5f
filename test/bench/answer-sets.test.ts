import { describe, expect, test } from 'vitest';
import { answerSets, day, verdicts } from '../../src/bench/answer-sets.js';
import { makePlan } from '../../src/guide/plan.js';
import { unknown } from '../../src/guide/value.js';
import { readKnowledge } from '../../src/knowledge/read.js';

const knowledge = readKnowledge();
const sets = answerSets(knowledge, 300, 1);

describe('the sets of answers', () => {
  test('lead to each verdict equally often', () => {
    for (const verdict of verdicts) expect(sets.filter((set) => set.verdict === verdict)).toHaveLength(100);
    for (const { verdict, answers } of sets) expect(makePlan(knowledge, answers, day).verdict).toBe(verdict);
  });

  test('give every option of every question, and "I don\'t know"', () => {
    for (const { word } of knowledge.questions) {
      const options = knowledge.wordById.get(word)?.values.map(({ id }) => id) ?? [];
      const given = new Set(sets.map(({ answers }) => answers.get(word)));
      for (const option of [...options, unknown]) expect(given, word).toContain(option);
    }
  });

  test('are the same for the same seed, and others for another', () => {
    expect(answerSets(knowledge, 30, 1)).toEqual(sets.slice(0, 30));
    expect(answerSets(knowledge, 30, 2)).not.toEqual(sets.slice(0, 30));
  });
});
