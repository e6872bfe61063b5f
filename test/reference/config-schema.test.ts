import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { coveringPaths } from '../../src/check/covering-paths.js';
import { planConfig } from '../../src/check/plan-config.js';
import { subjectOf } from '../../src/check/subject.js';
import { readPairs } from '../../src/config/pairs.js';
import { readAnswers } from '../../src/guide/answers.js';
import { makePlan } from '../../src/guide/plan.js';
import { readPages } from '../../src/knowledge/read.js';
import type { Word } from '../../src/knowledge/vocabulary.js';
import { configSchema } from '../../src/reference/config-schema.js';
import { runs } from '../campaign.js';
import { anyPairs, faultsIn, givable, knowledge, readingOf } from '../config/any-config.js';
import { anySituation, today } from '../guide/any-answers.js';

const schema = configSchema(knowledge);
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
for (const shown of ['enumDescriptions', 'patternErrorMessage']) ajv.addKeyword(shown);
const valid = ajv.compile(schema);
const accepts = (config: unknown) => valid(config);

const dates = fc.oneof(
  fc
    .date({ min: new Date('1000-01-01T00:00Z'), max: new Date('2999-12-31T00:00Z'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 16)),
  fc
    .tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T08:30`),
);

/** Values of any kind that somebody may write for a word; most of them the schema takes. */
function written({ values, type }: Word): fc.Arbitrary<unknown> {
  const names = values.flatMap(({ id, label, aliases, powershell }) => [id, label, ...aliases, powershell ?? '']);
  const name = fc.constantFrom('unknown', ...names);
  return fc.oneof(
    { weight: 4, arbitrary: type === 'text' ? fc.string({ unit: 'grapheme' }) : name },
    fc.constantFrom(true, false, null, 0, 1, 25, 2103, 2009, -1, 0.5, 1e9, '007', '5.00.9122', '5.00.9122.1033', {}),
    dates,
    fc.array(fc.oneof(name, dates), { maxLength: 3 }),
    fc.array(fc.oneof(name, dates), { maxLength: 3 }).map((all) => all.join(', ')),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
}

const anyObject = fc
  .uniqueArray(fc.constantFrom(...givable), { minLength: 1, maxLength: 3 })
  .chain((words) => fc.tuple(...words.map((word) => written(word).map((value) => [word.id, value] as const))))
  .map((pairs): Record<string, unknown> => Object.fromEntries(pairs));

describe('a config that the schema takes', () => {
  test('is read without a fault as YAML and as JSON, by the validator and as answers', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(anyObject, async (config) => {
        // A text of nothing but spaces states nothing.
        if (!accepts(config) || Object.values(config).every((value) => String(value).trim() === '')) return;
        taken++;
        for (const text of [JSON.stringify(config), stringify(config)]) {
          const { unread } = await readingOf(text);
          expect(await faultsIn(text), text).toEqual([]);
          expect(
            unread.filter((one) => !/: *["']? *["']?$/.test(one.text.trim())),
            text,
          ).toEqual([]);
        }
        const filled = Object.fromEntries(Object.entries(config).filter(([, value]) => String(value).trim() !== ''));
        const pairs = readPairs('config', JSON.stringify(filled)).map(([word, value]) => [word, value] as const);
        expect(readAnswers(knowledge, pairs).problems).toEqual([]);
      }),
      runs(500),
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describe('the schema takes', () => {
  test('the config that any plan is, on every class of answers', () => {
    const { walked } = subjectOf(readPages());
    const { today: day } = walked().start.judged;
    for (const path of coveringPaths(walked(), 'each class')) {
      const config = Object.fromEntries(planConfig(makePlan(knowledge, path, day)));
      expect(accepts(config), JSON.stringify(valid.errors)).toBe(true);
    }
    fc.assert(
      fc.property(anySituation, (answers) => {
        const config = Object.fromEntries(planConfig(makePlan(knowledge, answers, today)));
        expect(accepts(config), JSON.stringify([config, valid.errors])).toBe(true);
      }),
      runs(100),
    );
  });

  test('whatever else the readers are tried with, as text, and schedules as lists', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const plain = Object.fromEntries(pairs.map(([word, value]) => [word.id, value]));
        const lists = Object.fromEntries(
          pairs.map(([word, value]) => [word.id, word.type === 'schedule' ? value.split(',') : value]),
        );
        for (const config of [plain, lists]) expect(accepts(config), JSON.stringify([config, valid.errors])).toBe(true);
      }),
      runs(100),
    );
  });

  test('every id, label and alias of a value, a release without quotes, and the 29th of February where there is one', () => {
    for (const { id, values, type } of givable)
      if (type !== 'schedule')
        for (const value of values)
          for (const name of [value.id, value.label, ...value.aliases])
            expect(accepts({ [id]: name }), name).toBe(true);
    expect(accepts({ 'site-version': 2103, 'wake-up': true })).toBe(true);
    expect(accepts({ expires: '2028-02-29T08:00' })).toBe(true);
    expect(accepts({ expires: '2000-02-29T08:00' })).toBe(true);
    expect(accepts({ $schema: 'docs/config.schema.json' })).toBe(true);
  });
});

describe('the schema refuses', () => {
  test.each([
    [{ purpos: 'available' }],
    [{ purpose: 'avalable' }],
    [{ purpose: ['available', 'required'] }],
    [{ 'site-version': '2009' }],
    [{ 'site-version': 2009 }],
    [{ 'collection-size': -1 }],
    [{ expires: '2026-02-29T08:00' }],
    [{ expires: '1900-02-29T08:00' }],
    [{ expires: '2026-12-01' }],
    [{ assignment: ['none', 'log-on'] }],
    [{ assignment: 'date' }],
    [{ 'deploys-os': 'yes' }],
    [{ comment: 'a\u0007b' }],
    [[]],
  ])('%j', (config) => {
    expect(accepts(config)).toBe(false);
  });
});

test('every word says what it is, and every value it offers what it is called', () => {
  const { properties } = schema as {
    properties: Record<
      string,
      { title: string; description: string; anyOf: { enum?: unknown[]; enumDescriptions?: string[] }[] }
    >;
  };
  for (const { id, label, description, values, type } of givable) {
    expect(properties[id]).toMatchObject({ title: label, description: expect.stringContaining(description) });
    const [offered] = properties[id]?.anyOf ?? [];
    if (values.length > 0 && type !== 'schedule') {
      expect(offered?.enum).toEqual(values.map((value) => value.id));
      expect(offered?.enumDescriptions).toHaveLength(values.length);
    }
  }
});
