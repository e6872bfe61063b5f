import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonSlip, withoutComments } from '../../src/config/json-slips.js';
import { readPostedText } from '../../src/config/recognise.js';
import { readKnowledge } from '../../src/knowledge/read.js';

const knowledge = readKnowledge();

describe('JSON that YAML would take', () => {
  test.each([
    ['a comment', '{\n  // whom\n  "purpose": "required",\n  "network": "wired"\n}', 2, 'JSON takes no comments'],
    [
      'a comma too many',
      '{"purpose": "required",\n "network": "wired",\n}',
      2,
      'a comma stands before a closing bracket',
    ],
    ['single quotes', '{"purpose": "required",\n "network": \'wired\'}', 2, 'a text stands in single quotes'],
  ])('%s is told with its line, and the rest is read', async (_, text, line, why) => {
    const { reading } = await readPostedText(knowledge, text);
    const [subject] = reading.subjects;
    expect(subject?.stated.map(({ word, value }) => `${word}=${value}`)).toEqual(['purpose=required', 'network=wired']);
    expect(subject?.faults).toEqual([expect.objectContaining({ rule: 'input/not-well-formed', line })]);
    expect(subject?.faults[0]?.message).toContain(why);
  });

  test('what is no JSON from its first sign on is YAML', () => {
    for (const text of ['{purpose: required,}', "{'purpose': 'required',}", '[purpose]'])
      expect(jsonSlip(text)).toBeNull();
  });

  test('no JSON has a slip, and comments between its parts leave all that it says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('// "a" \n', '/* { " */', '/***/'), (value, comment) => {
        const text = JSON.stringify([value]);
        expect(jsonSlip(text)).toBeNull();
        const spread = JSON.stringify([value], null, 1)
          .split('\n')
          .join(`\n${comment.replace(/^\/\/.*$/, '/* " */')}`);
        expect(JSON.parse(withoutComments(`[${comment}${text}]`))).toEqual([JSON.parse(text)]);
        expect(withoutComments(spread)).toHaveLength(spread.length);
      }),
    );
  });
});
