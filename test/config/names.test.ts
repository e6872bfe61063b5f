import { expect, test } from 'vitest';
import { namesIn, readGiven, squash, wordCalled } from '../../src/config/names.js';
import { givable, knowledge } from './any-config.js';

test('every word is found by its id, label and aliases, however they are written', () => {
  for (const word of givable)
    for (const name of [word.id, word.label, ...word.aliases])
      for (const written of [name, name.toUpperCase(), name.replace(/[ -]/g, '_'), ` ${name.replace(/ /g, '  ')} `])
        expect(wordCalled(knowledge, written)?.id, written).toBe(word.id);
});

test('no two words share a name', () => {
  const owners = new Map<string, Set<string>>();
  for (const word of givable)
    for (const name of [word.id, word.label, ...word.aliases])
      owners.set(squash(name), (owners.get(squash(name)) ?? new Set()).add(word.id));
  expect([...owners].filter(([, words]) => words.size > 1)).toEqual([]);
});

test('a name holds no character that separates a name from its value', () => {
  expect(namesIn(knowledge).written.filter((name) => /[:=|\t]/.test(name))).toEqual([]);
});

test('a parameter names its word, and a derived word none', () => {
  expect(wordCalled(knowledge, 'DeployPurpose')?.id).toBe('purpose');
  expect(wordCalled(knowledge, 'DeadlineDateTime')?.id).toBe('expires');
  expect(wordCalled(knowledge, 'high-risk')).toBeUndefined();
});

test('a value is read by its id or label without regard to spaces, hyphens and case, and a wrong one is not', () => {
  for (const word of givable)
    for (const { id, label } of word.values) {
      if (id === 'date') continue;
      expect(readGiven(word, id.toUpperCase().replaceAll('-', ' ')), `${word.id} ${id}`).toEqual(readGiven(word, id));
      expect(readGiven(word, label.toLowerCase()), `${word.id} ${label}`).toEqual(readGiven(word, id));
      expect(readGiven(word, `${id}x`), `${word.id} ${id}x`).toHaveProperty('message');
    }
});
