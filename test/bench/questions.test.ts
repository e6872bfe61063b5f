import { describe, expect, test } from 'vitest';
import { questionBank } from '../../src/bench/question-bank.js';
import { isFalseAnswer, isRight, type Scored } from '../../src/bench/question-score.js';
import { ask } from '../answer/asked.js';

const tuned = questionBank('tuned') ?? [];

describe('the questions that the answers were tuned on', () => {
  const given = tuned.map((question) => ({ question, reply: ask(question.question) }));

  test('are answered right, with the right source: at least 95 in 100', () => {
    const wrong = given.filter(({ question, reply }) => !isRight(question, reply)).map(({ question }) => question.id);
    expect(tuned.length).toBeGreaterThan(100);
    expect(wrong.length / tuned.length, wrong.join(' ')).toBeLessThanOrEqual(0.05);
  });

  test('are told to be not covered where the documents say nothing of them, each of them', () => {
    expect(
      given.filter(({ question, reply }) => isFalseAnswer(question, reply)).map(({ question }) => question.id),
    ).toEqual([]);
  });
});

describe('a score', () => {
  const [question] = tuned.filter(
    ({ expect: wanted, must, sources }) => wanted[0] === 'answered' && must.length === 1 && sources.length > 0,
  );
  if (!question) throw new Error('no question');
  const [{ document = '', headings = [] } = {}] = question.sources;
  const text = ask(question.question).answer;
  const right: Scored = {
    status: 'answered',
    answer: text,
    facts: [{ sources: [{ document, heading: headings[0] ?? '' }] }],
    clarify: null,
  };

  test('asks for the status, the words and the source', () => {
    expect(isRight(question, right)).toBe(true);
    expect(isRight(question, { ...right, status: 'not-covered' })).toBe(false);
    expect(isRight(question, { ...right, answer: 'Nothing.' })).toBe(false);
    expect(isRight(question, { ...right, facts: [] })).toBe(false);
    expect(isRight(question, { ...right, answer: text.padEnd(4001) })).toBe(false);
    expect(isRight({ ...question, mustNot: [/./] }, right)).toBe(false);
  });

  test('takes a question back only with two options', () => {
    const unclear = { ...question, expect: ['clarify'] };
    const clarify = { question: 'Which?', options: ['this', 'that'] };
    expect(isRight(unclear, { ...right, status: 'clarify', clarify })).toBe(true);
    expect(isRight(unclear, { ...right, status: 'clarify', clarify: { ...clarify, options: ['this'] } })).toBe(false);
  });

  test('calls an answer false where nothing may be answered', () => {
    expect(isFalseAnswer({ ...question, expect: ['not-covered'] }, right)).toBe(true);
    expect(isFalseAnswer({ ...question, expect: ['answered', 'not-covered'] }, right)).toBe(false);
  });

  test('of a bank that is not there is no score', () => {
    expect(questionBank('no-such-bank')).toBe(null);
  });
});
