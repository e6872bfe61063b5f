import fc from 'fast-check';
import { type Answers, readAnswers, readPath } from '../../src/guide/answers.js';
import { makePlan } from '../../src/guide/plan.js';
import type { Plan } from '../../src/guide/plan-shape.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import type { Word } from '../../src/knowledge/vocabulary.js';

export const knowledge = readKnowledge();
export const today = '2026-11-20';

/** Answers the answers of a one-line path, all of which must be readable. */
export function answersOf(path: string): Answers {
  const { pairs, strays } = readPath(path);
  const { answers, problems } = readAnswers(knowledge, pairs);
  if (problems.length > 0 || strays.length > 0)
    throw new Error([...strays, ...problems.map((one) => one.message)].join());
  return answers;
}

/** Answers the plan that a one-line path makes. */
export const planOf = (path: string, on: string = today): Plan => makePlan(knowledge, answersOf(path), on);

const sizes = ['0', '1', '99', '100', '101', '999', '1000', '1001'];
const times = ['2026-12-01T22:00', '2026-12-02T23:30', '2026-12-03T00:00', '2026-12-24T08:00', '2027-03-28T02:30'];
const texts = ['PS100012', 'Branch office', `O'Neil "B" = 7, ☃`, '\\*_[x](y)`<b>', '$(x)', 'a=b c'];

/** Values that a word may be given, as a person writes them. */
function valuesOf(word: Word): fc.Arbitrary<string> {
  const ids = word.values.map(({ id }) => id);
  switch (word.type) {
    case 'number':
      return fc.constantFrom(...sizes);
    case 'date':
      return fc.constantFrom(...times);
    case 'text':
      return fc.constantFrom(...texts);
    case 'schedule':
      return fc.oneof(
        fc.constant('none'),
        fc
          .uniqueArray(fc.constantFrom(...times, ...ids.filter((id) => id !== 'date' && id !== 'none')), {
            minLength: 1,
            maxLength: 3,
          })
          .map((elements) => elements.join(',')),
      );
    default:
      return fc.constantFrom(...ids);
  }
}

const maybeUnknown = (word: Word): fc.Arbitrary<string> =>
  word.role === 'asked'
    ? fc.oneof({ weight: 5, arbitrary: valuesOf(word) }, { weight: 1, arbitrary: fc.constant('unknown') })
    : valuesOf(word);

const recordOf = (words: readonly Word[], often: number): fc.Arbitrary<ReadonlyMap<string, string>> =>
  fc
    .tuple(
      ...words.map((word) =>
        fc.option(maybeUnknown(word), { freq: often, nil: undefined }).map((value) => [word.id, value] as const),
      ),
    )
    .map((pairs) => new Map(pairs.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]))));

const asked = knowledge.words.filter(({ role }) => role === 'asked');
const set = knowledge.words.filter(({ role }) => role === 'set');

/** Answers of any kind: some questions answered, some not known, a few settings given. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .record({
    asked: fc.oneof(recordOf(asked, 3), recordOf(asked, 1), recordOf(asked, 20)),
    set: fc.oneof(
      fc.constant(new Map<string, string>()),
      fc.subarray(set, { maxLength: 5 }).chain((some) => recordOf(some, 20)),
    ),
  })
  .map((given) => readAnswers(knowledge, [...given.asked, ...given.set]).answers);

/** Answers of a person who answers the questions as they come, up to some question or to the end. */
export const anyPath: fc.Arbitrary<Answers> = fc
  .record({
    picks: fc.array(fc.nat(), { minLength: 25, maxLength: 25 }),
    length: fc.oneof(fc.constant(25), fc.nat({ max: 20 })),
    start: fc.oneof(
      fc.constant(new Map<string, string>()),
      fc.subarray(set, { maxLength: 2 }).chain((some) => recordOf(some, 20)),
    ),
  })
  .map(({ picks, length, start }) => {
    const answers = new Map(readAnswers(knowledge, start).answers);
    for (const pick of picks.slice(0, length)) {
      const [next] = makePlan(knowledge, answers, today).open;
      if (!next) break;
      const values = [...(next.type === 'number' ? sizes : next.options.map(({ value }) => value)), 'unknown'];
      answers.set(next.word, values[pick % values.length] ?? 'unknown');
    }
    return answers;
  });

export const anySituation: fc.Arbitrary<Answers> = fc.oneof(anyAnswers, anyPath);
