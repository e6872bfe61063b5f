import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { fuzz } from '../campaign.js';
import { anyPairs, faultsIn, readingOf, statedIn } from './any-config.js';

describe('a config as YAML or JSON', () => {
  test('is read alike, in whatever style it is written', async () => {
    await fc.assert(
      fc.asyncProperty(anyPairs, async (pairs) => {
        const wanted = Object.fromEntries(pairs.map(([word, value]) => [word.id, value]));
        const lists = Object.fromEntries(
          pairs.map(([word, value]) => [word.id, word.type === 'schedule' ? value.split(',') : value]),
        );
        for (const text of [
          JSON.stringify(wanted),
          JSON.stringify(lists, null, 2),
          stringify(lists),
          stringify({ deployment: lists }),
          stringify(lists, { defaultStringType: 'QUOTE_DOUBLE', collectionStyle: 'flow' }),
        ])
          expect(await statedIn(text), text).toEqual([wanted]);
      }),
      { numRuns: 100 },
    );
  });

  test('may fold a long label over two lines', async () => {
    const label = 'Access content directly from a distribution point when needed by the running task sequence';
    const text = stringify({ 'deployment-option': label, purpose: 'required' });
    expect(text.split('\n').length).toBeGreaterThan(3);
    expect(await statedIn(text)).toEqual([{ 'deployment-option': 'direct', purpose: 'required' }]);
  });

  test('may name its schema', async () => {
    for (const text of [
      '{"$schema": "config.schema.json", "purpose": "required"}',
      '# yaml-language-server: $schema=config.schema.json\npurpose: required\n',
    ]) {
      expect(await statedIn(text)).toEqual([{ purpose: 'required' }]);
      expect((await readingOf(text)).unread).toEqual([]);
    }
  });

  test('keeps numbers, Booleans and on as text', async () => {
    expect(await statedIn('{"site-version": 2010, "wake-up": true, "collection-size": 25}')).toEqual([
      { 'site-version': '2010', 'wake-up': 'on', 'collection-size': '25' },
    ]);
    expect(await statedIn('site: {site-version: 2010, wake-up: on}')).toEqual([
      { 'site-version': '2010', 'wake-up': 'on' },
    ]);
  });

  test('that states nothing is a config too', async () => {
    expect(await statedIn('{}')).toEqual([{}]);
    expect(await statedIn('{"purpose": null}')).toEqual([{}]);
  });

  test('may hold several configs, and what stands around them counts for each', async () => {
    const list = 'scenario: intranet\ndeployments:\n  - purpose: required\n  - purpose: available\n    wake-up: on\n';
    const both = [
      { purpose: 'required', scenario: 'intranet' },
      { purpose: 'available', 'wake-up': 'on', scenario: 'intranet' },
    ];
    expect(await statedIn(list)).toEqual(both);
    expect(await statedIn('purpose: required\n---\npurpose: available\n')).toEqual([
      { purpose: 'required' },
      { purpose: 'available' },
    ]);
    expect(await statedIn('[{"purpose": "required"}, {"purpose": "available"}]')).toHaveLength(2);
    expect(await statedIn('{"purpose": "required"}\n{"purpose": "available"}\n')).toHaveLength(2);
  });

  test('whose parts share no word is one config', async () => {
    expect(await statedIn('site:\n  site-version: 2303\ndeployment:\n  purpose: required\n')).toEqual([
      { 'site-version': '2303', purpose: 'required' },
    ]);
    expect(await statedIn('- purpose: required\n- wake-up: on\n')).toEqual([{ purpose: 'required', 'wake-up': 'on' }]);
  });

  test('tells a word given twice, in JSON too', async () => {
    expect(await faultsIn('{"wake-up": "on",\n "purpose": "required",\n "wake-up": "off"}')).toEqual(['input/twice 3']);
    expect(await faultsIn('{"wake-up": "on", "wake-up": true}')).toEqual([]);
    expect(await faultsIn('wake-up: on\nmore: {wake-up: off}\n')).toEqual(['input/twice 2']);
  });

  test('tells a value that is a map, or a list where one value is possible', async () => {
    expect(await faultsIn('{"purpose": {"a": "b"}}')).toEqual(['input/unknown-value 1']);
    expect(await faultsIn('{"purpose": ["available", "required"]}')).toEqual(['input/unknown-value 1']);
  });

  test('tells words that it does not know, with their line', async () => {
    const { unread, subjects } = await readingOf(
      '{"purpose": "required",\n "colour": "blue",\n "allow-internt": true}',
    );
    expect(unread).toEqual([
      { line: 2, text: '"colour": "blue"' },
      { line: 3, text: '"allow-internt": true' },
    ]);
    expect(subjects[0]?.faults.map(({ rule, expected }) => [rule, expected])).toEqual([
      ['input/unknown-word', ['allow-internet']],
    ]);
  });

  test('that breaks off is read as far as it goes, and the line is told', async () => {
    const whole = '{\n "purpose": "required",\n "wake-up": "on",\n "network": "wired"\n}';
    for (let length = 1; length < whole.length; length++) {
      const half = whole.slice(0, length);
      const lines = half.trimEnd().split('\n').length;
      expect(await faultsIn(half), half).toContain(`input/not-well-formed ${lines}`);
      if (lines > 2) expect((await statedIn(half))[0], half).toMatchObject({ purpose: 'required' });
    }
    expect(await faultsIn(`${whole}}`)).toEqual(['input/not-well-formed 5']);
  });

  test('follows aliases and merge keys, and gives up where they multiply', async () => {
    expect(await statedIn('a: &a [log-on, log-off]\nassignment: *a\n')).toEqual([{ assignment: 'log-on,log-off' }]);
    expect(await statedIn('base: &b {wake-up: on}\none:\n  <<: *b\n  purpose: required\n')).toContainEqual({
      purpose: 'required',
      'wake-up': 'on',
    });
    expect(await statedIn('a: &a {b: *a, purpose: required}\n')).toEqual([{ purpose: 'required' }]);
    const levels = Array.from({ length: 20 }, (_, at) => `k${at + 1}: &k${at + 1} [*k${at}, *k${at}, *k${at}]`);
    await expect(readingOf(`k0: &k0 {purpose: required}\n${levels.join('\n')}\n`)).rejects.toThrow(/alias/);
  });

  test.each([
    ['10,000 brackets', '['.repeat(10_000)],
    ['10,000 objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['a million commas', `["a"${','.repeat(1_000_000)}`],
    ['a million list marks', '- '.repeat(500_000)],
    ['1,000 deeper lines', Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ])('with %s is refused or told within a second', async (_, text) => {
    const start = performance.now();
    const outcome = await faultsIn(text).catch((error: unknown) => (error instanceof Error ? error.name : error));
    expect(outcome === 'Unusable' || String(outcome).includes('not-well-formed'), String(outcome)).toBe(true);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test('gives each word a line and column where it stands', async () => {
    await fc.assert(
      fc.asyncProperty(anyPairs, fc.boolean(), async (pairs, json) => {
        const wanted = Object.fromEntries(pairs.map(([word, value]) => [word.id, value]));
        const text = json ? JSON.stringify(wanted, null, 2) : stringify({ deployment: wanted });
        const lines = text.split('\n');
        for (const { word, line, column } of (await readingOf(text)).subjects.flatMap(({ stated }) => stated))
          expect(lines[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^"?${word}"?:`));
      }),
      fuzz,
    );
  });
});
