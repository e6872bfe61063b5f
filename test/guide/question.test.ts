import { expect, test } from 'vitest';
import { makePlan } from '../../src/guide/plan.js';
import { questionOf } from '../../src/guide/question.js';
import { readKnowledge } from '../../src/knowledge/read.js';

const knowledge = readKnowledge();

test('a question that the flow asks has the same words and options wherever it is asked', () => {
  const { open } = makePlan(knowledge, new Map(), '2026-11-20');
  expect(open.length).toBeGreaterThan(0);
  for (const asked of open) expect(questionOf(knowledge, asked.word)).toMatchObject(asked);
});

test('only a word that the flow never asks can be left open without being unknown', () => {
  for (const { id, role } of knowledge.words)
    if (role === 'asked' || role === 'set')
      expect([id, questionOf(knowledge, id)?.unknownLabel]).toEqual([
        id,
        role === 'asked' ? "I don't know" : 'Leave this open',
      ]);
  expect(questionOf(knowledge, 'no-such-word')).toBeNull();
});
