import { expect, test } from 'vitest';
import { readPostedText } from '../../src/config/recognise.js';
import { readKnowledge } from '../../src/knowledge/read.js';

const knowledge = readKnowledge();
const typeIn = async (text: string) => {
  const { reading } = await readPostedText(knowledge, text);
  return reading.subjects[0]?.stated.find(({ word }) => word === 'collection-type');
};

test.each([
  ['collection: All Systems', 'built-in'],
  ["New-CMTaskSequenceDeployment -TaskSequencePackageId 'ABC00012' -CollectionId SMS00001", 'built-in'],
  ['collection: All Unknown Computers', 'unknown-computers'],
])('%s states the type of the collection, as a conclusion at the same place', async (text, value) => {
  expect(await typeIn(text)).toMatchObject({ value, line: 1, inferred: true });
});

test('a type that is given counts, and another name says nothing of the type', async () => {
  expect(await typeIn('collection: All Systems\ncollection-type: custom')).toMatchObject({ value: 'custom', line: 2 });
  expect(await typeIn('collection: All Systems of Lisbon')).toBeUndefined();
});
