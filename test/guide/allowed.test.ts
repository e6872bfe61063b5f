import { expect, test } from 'vitest';
import { allowedMask } from '../../src/guide/allowed.js';
import { judgeAnswers } from '../../src/guide/judged.js';
import { valuesIn } from '../../src/knowledge/knowledge.js';
import { linkPages } from '../../src/knowledge/read.js';
import { fact, tinyPages } from '../check/tiny.js';

const tone =
  '## Tone\n\n- word: tone\n- role: set\n- type: choice\n- values\n  - dark: Dark\n  - pale: Pale\n  - loud: Loud\n';
const refused = fact({ id: 'loud', when: ['tone: loud', 'colour: blue'], must: ['tone: dark, pale'] });

function allowed(path: Record<string, string>, facts: Record<string, string>): string[] {
  const knowledge = linkPages(tinyPages({ words: tone, facts }));
  const word = knowledge.words.find(({ id }) => id === 'tone');
  const judged = judgeAnswers(knowledge, new Map(Object.entries(path)), '2022-01-01');
  return word ? valuesIn(word, allowedMask(judged, word)).map(({ id }) => id) : [];
}

test('a value that a fact refuses as soon as it is given is not allowed where the rest of the fact holds', () => {
  expect(allowed({ colour: 'blue' }, { refused })).toEqual(['dark', 'pale']);
  expect(allowed({ colour: 'red' }, { refused })).toEqual(['dark', 'pale', 'loud']);
  expect(allowed({}, { refused })).toEqual(['dark', 'pale', 'loud']);
});

test('a value that advice alone speaks against is allowed', () => {
  const advice = refused.replace('- kind: setting', '- kind: setting\n- force: recommended');
  expect(allowed({ colour: 'blue' }, { advice })).toEqual(['dark', 'pale', 'loud']);
});

test('a word keeps its values where each is refused', () => {
  const dark = fact({ id: 'dark', when: ['tone: dark'], must: ['tone: pale'] });
  const pale = fact({ id: 'pale', when: ['tone: pale'], must: ['tone: dark'] });
  expect(allowed({ colour: 'blue' }, { refused, dark, pale })).toEqual(['dark', 'pale', 'loud']);
});
