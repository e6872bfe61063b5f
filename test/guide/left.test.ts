import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionsLeft } from '../../src/guide/left.js';
import { makePlan } from '../../src/guide/plan.js';
import { runs } from '../campaign.js';
import { answersOf, anyPath, knowledge, today } from './any-answers.js';

test('the number of questions left is none at the end, else at least one and about what is asked', () => {
  fc.assert(
    fc.property(anyPath, (answers) => {
      const { open } = makePlan(knowledge, answers, today);
      const left = questionsLeft(knowledge, answers, today);
      if (open.length === 0) expect(left).toBe(0);
      else {
        expect(left).toBeGreaterThanOrEqual(1);
        expect(left).toBeLessThanOrEqual(knowledge.questions.length);
      }
      if (open.length === 1) expect(left).toBeLessThanOrEqual(2);
    }),
    runs(40),
  );
});

test('a question that decides much makes the rest shorter', () => {
  const before = questionsLeft(
    knowledge,
    answersOf('site-version=2403 scenario=intranet task-sequence-kind=os-image'),
    today,
  );
  const after = questionsLeft(
    knowledge,
    answersOf('site-version=2403 scenario=intranet task-sequence-kind=os-image purpose=available'),
    today,
  );
  expect(after).toBeLessThan(before);
});
