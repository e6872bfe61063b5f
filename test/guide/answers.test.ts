import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswers, readPath, wordNamed, writePath } from '../../src/guide/answers.js';
import { makePlan } from '../../src/guide/plan.js';
import { anySituation, knowledge, today } from './any-answers.js';

const read = (...pairs: [string, string][]) => readAnswers(knowledge, pairs);
const messages = (...pairs: [string, string][]) => read(...pairs).problems.map(({ message }) => message);

describe('answers are read', () => {
  test('whatever name of its word each is given by', () => {
    for (const word of knowledge.words.filter(({ role }) => role === 'asked' || role === 'set'))
      for (const name of [word.id, word.label, ...word.aliases])
        expect(wordNamed(knowledge, ` ${name.toUpperCase()} `)?.id, name).toBe(word.id);
  });

  test('with the same value twice, said in two ways', () => {
    expect(messages(['purpose', 'available'], ['Purpose', 'AVAILABLE'])).toEqual([]);
    expect(messages(['assignment', 'log-on'], ['Assignment schedule', 'LogOn'])).toEqual([]);
  });

  test('with unknown kept for a question, and nothing stated for a setting', () => {
    const { answers, problems } = read(['network', 'unknown'], ['allow-internet', 'unknown']);
    expect(problems).toEqual([]);
    expect([...answers]).toEqual([['network', 'unknown']]);
  });
});

describe('what cannot be an answer is told', () => {
  test('for an unknown word, with the nearest one', () => {
    expect(messages(['site-verson', '2303'])).toEqual([expect.stringMatching(/"site-verson".*mean "site-version"/)]);
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])
      expect(messages([name, 'x'])).toEqual([expect.stringMatching(/unknown word/)]);
  });

  test('for a word that follows from others', () => {
    expect(messages(['high-risk', 'yes'])).toEqual([expect.stringMatching(/"high-risk" is derived/)]);
    expect(messages(['today', '2026-01-01'])).toEqual([expect.stringMatching(/"today" is derived/)]);
  });

  test('for the same word twice with different values, naming both, also where one of them is unknown', () => {
    expect(messages(['purpose', 'available'], ['Purpose', 'required'])).toEqual([
      expect.stringMatching(/purpose is given twice: available and required/),
    ]);
    expect(messages(['network', 'wired'], ['network', 'unknown'])).toHaveLength(1);
  });

  test('by its place among the pairs, all of it at once', () => {
    const { problems } = read(['purpose', 'x'], ['network', 'wired'], ['nothing', 'y']);
    expect(problems.map(({ at }) => at)).toEqual([0, 2]);
  });

  test('for pairs of any kind, without ever failing', () => {
    const any = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })));
    fc.assert(fc.property(any, (pairs) => read(...pairs).answers instanceof Map));
  });
});

describe('the path of a plan', () => {
  test('replays to the same plan', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const plan = makePlan(knowledge, answers, today);
        const { pairs, strays } = readPath(plan.path);
        const again = readAnswers(knowledge, pairs);
        expect([strays, again.problems]).toEqual([[], []]);
        expect(makePlan(knowledge, again.answers, today)).toEqual(plan);
      }),
    );
  });

  test('carries any text that may be given', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...`"'= ,\\\`\t`), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
      maxLength: 512,
    });
    fc.assert(
      fc.property(text, (comment) => {
        const { answers, problems } = read(['comment', comment]);
        fc.pre(problems.length === 0);
        expect(readAnswers(knowledge, readPath(writePath(knowledge, answers)).pairs).answers).toEqual(answers);
      }),
    );
  });

  test('stands in the order of the vocabulary, whatever order the answers came in', () => {
    const forth = read(['network', 'wired'], ['site-version', '2303'], ['comment', 'a b']).answers;
    const back = new Map([...forth].reverse());
    expect(writePath(knowledge, back)).toBe('site-version=2303 network=wired comment="a b"');
    expect(makePlan(knowledge, back, today)).toEqual(makePlan(knowledge, forth, today));
  });

  test('with pieces that are no answers gives them back as such', () => {
    expect(readPath('hello purpose=required "x" =y')).toEqual({
      pairs: [['purpose', 'required']],
      strays: ['hello', '"x"', '=y'],
    });
  });

  test('of any length is read in no time', () => {
    for (const text of ['a'.repeat(1e5), 'a="'.repeat(3e4), '='.repeat(1e5), 'a="'.concat('""'.repeat(5e4))]) {
      const before = performance.now();
      readPath(text);
      expect(performance.now() - before).toBeLessThan(1_500);
    }
  });
});
