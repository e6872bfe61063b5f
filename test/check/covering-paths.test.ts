import { expect, test } from 'vitest';
import { coveringPaths } from '../../src/check/covering-paths.js';
import { subjectOf } from '../../src/check/subject.js';
import type { State } from '../../src/check/walk.js';
import type { Answers } from '../../src/guide/answers.js';
import { judgeAnswers } from '../../src/guide/judged.js';
import { openQuestions } from '../../src/guide/open.js';
import { readPages } from '../../src/knowledge/read.js';
import { tinyPages } from './tiny.js';

type Path = readonly (readonly [word: string, value: string])[];

/** Every path of the flow, one by one, each answer by its class. */
const allPaths = ({ question, branches }: State): Path[] =>
  branches.length === 0
    ? [[]]
    : branches.flatMap(({ option, to }) =>
        allPaths(to).map((rest): Path => [[question?.word ?? '', option.value], ...rest]),
      );

const singles = (path: Path) => path.map((one) => one.join('='));
const pairs = (path: Path) =>
  singles(path).flatMap((first, at) =>
    singles(path)
      .slice(at + 1)
      .map((then) => `${first} ${then}`),
  );

test('the paths take every class of answers, and every two that can meet', () => {
  const walked = subjectOf(tinyPages()).walked();
  const all = allPaths(walked.start);
  const each = coveringPaths(walked, 'each class');
  expect(new Set(each.flatMap((path) => singles([...path])))).toEqual(new Set(all.flatMap(singles)));
  const two = coveringPaths(walked, 'each pair of classes');
  expect(new Set(two.flatMap((path) => pairs([...path])))).toEqual(new Set(all.flatMap(pairs)));
  expect(each.length).toBeLessThan(two.length);
  expect(two.length).toBeLessThan(all.length);
});

test('each path answers the questions as they come, to the end', () => {
  const { knowledge, walked } = subjectOf(readPages());
  const { today } = walked().start.judged;
  const paths = coveringPaths(walked(), 'each class');
  for (const path of paths) {
    let answers: Answers = new Map();
    for (const [word, value] of path) {
      expect(openQuestions(judgeAnswers(knowledge(), answers, today))[0]?.word).toBe(word);
      answers = new Map(answers).set(word, value);
    }
    expect(openQuestions(judgeAnswers(knowledge(), answers, today))).toEqual([]);
  }
});
