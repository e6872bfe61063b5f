import { expect, test } from 'vitest';
import { longTexts } from '../../src/bench/long-texts.js';
import { readPostedText } from '../../src/config/recognise.js';
import { inputs } from '../../src/guide/reading.js';
import { readKnowledge } from '../../src/knowledge/read.js';

const knowledge = readKnowledge();
const texts = longTexts(knowledge);

test.each(inputs)('a long text of the format %s is read as one, and states something', async (input) => {
  const text = texts[input](20_000);
  const { reading } = await readPostedText(knowledge, text);
  expect(text.length).toBeGreaterThan(15_000);
  const rules = reading.subjects.flatMap(({ faults }) => faults.map(({ rule }) => rule));
  expect(reading.input).toBe(input);
  expect(rules).not.toContain('input/not-well-formed');
  expect(reading.subjects.some(({ stated }) => stated.length > 0)).toBe(true);
});
