import { expect, test } from 'vitest';
import { classesOf } from '../../src/check/classes.js';
import { type State, walk } from '../../src/check/walk.js';
import { judgeAnswers } from '../../src/guide/judged.js';
import { openQuestions } from '../../src/guide/open.js';
import { makePlan } from '../../src/guide/plan.js';
import { unknown } from '../../src/guide/value.js';
import { linkPages, readKnowledge } from '../../src/knowledge/read.js';
import { tinyPages } from './tiny.js';

const tiny = linkPages(tinyPages());
const day = '2022-01-01';

/** Counts the paths one by one, every value by itself; numbers by their classes. */
function countOneByOne(answers: ReadonlyMap<string, string>): bigint {
  const [question] = openQuestions(judgeAnswers(tiny, answers, day));
  const word = tiny.wordById.get(question?.word ?? '');
  if (!word) return 1n;
  const values = classesOf(tiny, day)(word, answers).flatMap((option) => option.values);
  return values.reduce((sum, value) => sum + countOneByOne(new Map(answers).set(word.id, value)), 0n);
}

test('the paths stood for are as many as there are one by one', () => {
  expect(walk(tiny, day).paths).toBe(countOneByOne(new Map()));
});

test('every state ends, or leads on by every option of its question and "I don\'t know"', () => {
  for (const { judged, question, branches } of walk(tiny, day).states) {
    expect(question?.word).toBe(openQuestions(judged)[0]?.word);
    const values = branches.flatMap(({ option }) => option.values);
    if (!question) expect(values).toEqual([]);
    else expect(values).toEqual(expect.arrayContaining([...question.options.map(({ value }) => value), unknown]));
  }
});

test('values that no fact tells apart are walked as one', () => {
  const colour = tiny.wordById.get('colour');
  const release = tiny.wordById.get('release');
  const classes = classesOf(tiny, day);
  expect(colour && classes(colour, new Map()).map(({ values }) => values)).toEqual([['red'], ['blue'], [unknown]]);
  expect(release && classes(release, new Map()).map(({ values }) => values)).toEqual([
    ['1001'],
    ['1002'],
    ['tp3'],
    [unknown],
  ]);
});

test('a number is walked at each bound, between each two and above, whatever was answered before', () => {
  const count = tiny.wordById.get('count');
  if (!count) throw new Error('no count');
  const numbers = classesOf(tiny, day)(count, new Map([['most', '7']])).flatMap(({ value }) =>
    value === unknown ? [] : [Number(value)],
  );
  expect(numbers.filter((number) => number === 0)).toHaveLength(1);
  expect(numbers.filter((number) => number > 0 && number < 7)).toHaveLength(1);
  expect(numbers.filter((number) => number === 7)).toHaveLength(1);
  expect(numbers.filter((number) => number > 7)).toHaveLength(1);
});

test('from one state all paths go on alike, however they reached it', { timeout: 60_000 }, () => {
  const knowledge = readKnowledge();
  const { start } = walk(knowledge, '2025-06-01');
  let random = 7;
  const pick = (below: number) => {
    random = (random * 48271) % 2147483647;
    return random % below;
  };
  for (let turn = 0; turn < 200; turn++) {
    const answers = new Map<string, string>();
    for (let state: State = start; ; ) {
      const open = openQuestions(judgeAnswers(knowledge, answers, '2025-06-01'));
      expect(open[0]?.word).toBe(state.question?.word);
      const branch = state.branches[pick(Math.max(1, state.branches.length))];
      if (!branch || !state.question) break;
      // A number's class is taken as the state took it: its bounds are the numbers of the state's first path.
      answers.set(state.question.word, branch.option.values[pick(branch.option.values.length)] ?? unknown);
      state = branch.to;
    }
    expect(makePlan(knowledge, answers, '2025-06-01').open).toEqual([]);
  }
});
