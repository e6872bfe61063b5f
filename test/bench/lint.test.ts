import { describe, expect, test } from 'vitest';
import { yamlConfigs } from '../../src/bench/configs.js';
import { lintOf, parsed } from '../../src/bench/lint.js';
import { lintFacts } from '../../src/bench/lint-facts.js';
import { withFilter, withFunction, withSchema } from '../../src/bench/lint-form.js';
import { mustFindTheSame } from '../../src/bench/validate-speed.js';
import { readKnowledge } from '../../src/knowledge/read.js';

const knowledge = readKnowledge();
const facts = lintFacts(knowledge);
const texts = yamlConfigs(knowledge, facts, 40, 3);

test('at least forty facts become rules of a linter', () => {
  expect(facts.length).toBeGreaterThanOrEqual(40);
});

test('the configs are right, or wrong by many of the facts', async () => {
  const lint = lintOf(facts, withFunction);
  const found = await Promise.all(yamlConfigs(knowledge, facts, 300, 1).map((text) => lint(parsed(text))));
  expect(found.some((findings) => findings.length === 0)).toBe(true);
  expect(new Set(found.flat().map((finding) => finding.split(' ')[0])).size).toBeGreaterThan(30);
});

describe.each([withFilter, withSchema, withFunction])('$name', (form) => {
  test('finds what the facts find, on the same words and lines', async () => {
    await expect(mustFindTheSame(knowledge, facts, lintOf(facts, form), texts)).resolves.toBeUndefined();
  });

  test('is not compared if it knows a fact less', async () => {
    const lint = lintOf(facts, form);
    const found = (await Promise.all(texts.map((text) => lint(parsed(text))))).flat();
    const poorer = facts.filter(({ id }) => !found[0]?.startsWith(`${id} `));
    await expect(mustFindTheSame(knowledge, facts, lintOf(poorer, form), texts)).rejects.toThrow('disagrees');
  });
});
