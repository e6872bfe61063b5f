import { describe, expect, it } from 'vitest';
import { readMarks } from '../../src/knowledge/marks.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import { reporter } from '../../src/knowledge/rows.js';
import { sections } from '../../src/text/sections.js';

const marks = (rows: string) => {
  const { report, problems } = reporter();
  const [section] = sections('page.md', `# A word\n\n${rows}`);
  return { ...readMarks(section?.rows ?? [], report), problems };
};

describe('A row that names a word in another format', () => {
  it('is bits that are set or not', () => {
    const { flags, problems } = marks(
      '- flag: AdvertFlags 0x20, 0x80000000\n- flag: TimeFlags not 0x1\n  - value: on\n  - inferred: yes\n',
    );
    expect(problems).toEqual([]);
    expect(flags).toEqual([
      { property: 'AdvertFlags', bits: 0x80000020, not: false, value: null, inferred: false },
      { property: 'TimeFlags', bits: 1, not: true, value: 'on', inferred: true },
    ]);
  });

  it('is a property with what tells whether it is in use', () => {
    const { properties, problems } = marks(
      '- property: ExpirationTime\n  - enabled: TimeFlags 0x2\n  - enabled: ExpirationTimeEnabled\n  - utc: IsGMT\n- property: OfferType 0\n',
    );
    expect(problems).toEqual([]);
    expect(properties).toEqual([
      {
        name: 'ExpirationTime',
        equals: null,
        enabled: [
          { property: 'TimeFlags', bits: 2 },
          { property: 'ExpirationTimeEnabled', bits: null },
        ],
        utc: [{ property: 'IsGMT', bits: null }],
        inferred: false,
      },
      { name: 'OfferType', equals: '0', enabled: [], utc: [], inferred: false },
    ]);
  });

  it('is a variable or a step', () => {
    const { variables, steps, problems } = marks(
      '- variable: A 1\n- variable: B\n- variable: C with D\n- step: X\n  - unless: E true\n',
    );
    expect(problems).toEqual([]);
    expect(variables).toEqual([
      { name: 'A', how: 'is', text: '1' },
      { name: 'B', how: 'set', text: '' },
      { name: 'C', how: 'with', text: 'D' },
    ]);
    expect(steps).toEqual([{ type: 'X', unless: { name: 'E', how: 'is', text: 'true' } }]);
  });

  it('is reported with its line and what to write where it is wrong', () => {
    for (const row of [
      'flag: AdvertFlags',
      'flag: AdvertFlags 32',
      'property: a-b',
      'variable: C with',
      'variable: ',
      'flag: A 0x1\n  - sets: on',
      'property: A\n  - enabled: B 2',
    ]) {
      const { problems } = marks(`- ${row}\n`);
      expect(problems, row).toHaveLength(1);
      expect(problems[0]?.line).toBeGreaterThan(2);
    }
  });

  it('in the vocabulary gives values that the word has, and no bit to two values of one word', () => {
    for (const word of readKnowledge().words) {
      for (const { value } of word.marks.flags)
        if (value !== null) expect(word.values.map(({ id }) => id)).toContain(value);
      if (word.marks.flags.some(({ value }) => value === null) || word.marks.variables.length > 0)
        expect(word.values).toHaveLength(2);
      const sets = word.values.map(({ marks: { flags } }) => JSON.stringify(flags)).filter((text) => text !== '[]');
      expect(new Set(sets).size).toBe(sets.length);
    }
  });
});
