import { expect, test } from 'vitest';
import { checks } from '../../src/check/index.js';
import { subjectOf } from '../../src/check/subject.js';
import { readPages } from '../../src/knowledge/read.js';
import { problemLine } from '../../src/text/problem.js';

const subject = subjectOf(readPages());

test('the walk takes less than five seconds and stands for more paths than could be walked one by one', () => {
  const start = performance.now();
  const { states, paths } = subject.walked();
  expect(performance.now() - start).toBeLessThan(5000);
  expect(Number(paths)).toBeGreaterThan(1e9);
  expect(states.length).toBeLessThan(1e5);
});

test.each(checks)('the knowledge passes $name: $description', { timeout: 60_000 }, ({ check }) => {
  expect(
    check(subject).findings.map(({ place: { file, line }, message }) => problemLine({ file, line, message })),
  ).toEqual([]);
});
