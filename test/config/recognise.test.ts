import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPosted } from '../../src/config/recognise.js';
import { Unusable } from '../../src/text/problem.js';
import { fuzz } from '../campaign.js';
import { anyPairs, anyText, faultsIn, knowledge, readingOf, statedIn } from './any-config.js';

const sequence =
  '<sequence version="3.10"><step type="SMS_TaskSequence_ApplyNetworkSettingsAction" name="Net"><defaultVarList><variable name="OSDNetworkJoinType">1</variable></defaultVarList></step></sequence>';

describe('a posted text', () => {
  test.each([
    ['config', 'purpose: required'],
    ['config', '{"purpose": "required"}'],
    ['deployment-output', 'OfferType : 2\nAdvertFlags : 0\nPackageID : ABC00001\n'],
    [
      'deployment-output',
      'here it is:\n\n{"OfferType": 2, "AdvertFlags": 0, "PackageID": "ABC00001"}\n\nis that right?',
    ],
    ['task-sequence', sequence],
    ['task-sequence', `Look:\n\`\`\`\n${sequence}\n\`\`\``],
  ])('is told to be a %s by its content', async (input, text) => {
    expect((await readingOf(text)).input).toBe(input);
  });

  test('is read the same bare and in a fence, whatever stands around it', async () => {
    await fc.assert(
      fc.asyncProperty(anyPairs, fc.boolean(), async (pairs, json) => {
        const values = Object.fromEntries(pairs.map(([word, value]) => [word.id, value]));
        const text = json
          ? JSON.stringify(values, null, 2)
          : pairs.map(([word, value]) => `${word.id}: ${value}`).join('\n');
        for (const message of [
          text,
          `\`\`\`\n${text}\n\`\`\``,
          `\`\`\`${text}\`\`\``,
          `hi, ok?\n\`\`\`yaml\n${text}\n\`\`\`\nthanks`,
          `hi, ok?\n\`\`\`\n${text}`,
          `hi, ok?\n\n${text}\n\nthanks`,
        ])
          expect(await statedIn(message), message).toEqual([values]);
      }),
      { numRuns: 100 },
    );
  });

  test('keeps the lines and columns of a fenced block', async () => {
    const { subjects, unread } = await readingOf(
      'hi\n```\nscenario: intranet\n  colour: blue\n``` and ```purpose: required```',
    );
    expect(subjects[0]?.stated.map(({ word, line, column }) => [word, line, column])).toEqual([
      ['scenario', 3, 1],
      ['purpose', 5, 12],
    ]);
    expect(unread).toEqual(
      [
        { line: 1, text: 'hi' },
        { line: 4, text: 'colour: blue' },
        { line: 5, text: '``` and ```' },
      ].map((row) => expect.objectContaining({ line: row.line })),
    );
  });

  test('may say a part in one fence and a part in another, or around them', async () => {
    expect(await statedIn('scenario: intranet\n```\npurpose: required\n```\n```\nwake-up: on\n```')).toEqual([
      { purpose: 'required', 'wake-up': 'on', scenario: 'intranet' },
    ]);
  });

  test('may hold two configs that repeat a word, each in a fence', async () => {
    expect(await statedIn('scenario: intranet\n```\npurpose: required\n```\nor\n```\npurpose: available\n```')).toEqual(
      [
        { purpose: 'required', scenario: 'intranet' },
        { purpose: 'available', scenario: 'intranet' },
      ],
    );
  });

  test('gives an output the words that stand in a config beside it', async () => {
    const text = 'scenario: in-place-upgrade\n```\nOfferType : 2\nAdvertFlags : 0\nPackageID : ABC00001\n```';
    expect((await statedIn(text))[0]).toMatchObject({ scenario: 'in-place-upgrade', purpose: 'available' });
  });

  test('keeps the faults of a config beside an output, and of a block that cannot be read tells why', async () => {
    const output = '```\nOfferType : 2\nAdvertFlags : 0\nPackageID : ABC00001\n```';
    expect(await faultsIn(`\`\`\`\nscenario: nowhere\n\`\`\`\n${output}`)).toEqual(['input/unknown-value 2']);
    const { unread } = await readingOf('purpose: required\n```\n<?xml version="1.0"?><a/>\n```');
    expect(unread).toEqual([{ line: 3, text: expect.stringContaining("can't be read") }]);
  });

  test.each([
    ['is empty', ' \n'],
    ['is prose', 'Hello everybody, how are you today?'],
    ['holds comments alone', '# purpose: required'],
    ['names no word of ours', 'foo: bar'],
    ['is a list of nothing', '[]'],
    ['is punctuation', '::::'],
  ])('that %s is refused, with what to do', async (_, text) => {
    await expect(readingOf(text)).rejects.toThrow(/word: value/);
  });

  test('tells the sample thumbprint wherever it stands, however it is written', async () => {
    const sample = 'eb971f84c0c44b9eb22a378fecb45747eb971f84';
    const spaced = sample.toUpperCase().replace(/..(?=.)/g, '$& ');
    for (const written of [sample, spaced, spaced.replaceAll(' ', ':')]) {
      const { posted } = await readingOf(`hi\n the root is ${written}`);
      expect(posted).toEqual([{ fact: 'trusted-root/sample-thumbprint', text: written, line: 2, column: 14 }]);
    }
    expect((await readingOf('purpose: required')).posted).toEqual([]);
  });

  test('in an old encoding is read, and told', async () => {
    const bytes = Buffer.from([...Buffer.from('purpose: required\ncomment: K'), 0xf6, 0x6c, 0x6e]);
    const { reading } = await readPosted(knowledge, bytes);
    expect(reading.subjects[0]?.stated.map(({ value }) => value)).toEqual(['required', 'Köln']);
    expect(reading.subjects[0]?.faults.map(({ rule, level }) => [rule, level])).toEqual([['input/encoding', 'note']]);
  });

  test('is read or refused, whatever it is, and all places lie in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
        const reading = await readingOf(text).catch((error: unknown) => {
          if (error instanceof Unusable) return null;
          throw error;
        });
        for (const { stated, faults } of reading?.subjects ?? [])
          for (const { line, column } of [...stated, ...faults]) {
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(lines.length);
            expect(column).toBeGreaterThan(0);
            expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          }
        for (const { line } of reading?.unread ?? []) expect(lines[line - 1]).toBeDefined();
        expect(JSON.stringify(reading)).toBeDefined();
      }),
      fuzz,
    );
  });

  test.each([
    ['one line of 1 MB', (size: number) => 'x'.repeat(size)],
    ['colons', (size: number) => 'a:'.repeat(size / 2)],
    ['names alone', (size: number) => 'purpose:'.repeat(size / 8)],
    ['short lines', (size: number) => 'a\n'.repeat(size / 2)],
    ['the same word again and again', (size: number) => 'purpose: required\n'.repeat(size / 18)],
    ['wrong values', (size: number) => Array.from({ length: size / 20 }, (_, at) => `site-version: ${at}`).join('\n')],
    ['unknown words', (size: number) => Array.from({ length: size / 16 }, (_, at) => `key${at}: value`).join('\n')],
    ['spaces', (size: number) => `purpose:${' '.repeat(size - 20)}required`],
    ['fences', (size: number) => '``` a\n'.repeat(size / 6)],
    ['quotes', (size: number) => 'purpose: "'.repeat(size / 10)],
    ['open objects', (size: number) => '{"\n'.repeat(size / 3)],
    ['boxes', (size: number) => '[x] '.repeat(size / 4)],
    ['blank lines', (size: number) => `${'\n'.repeat(size - 20)}purpose: required`],
  ])('of %s takes a time that grows with its length alone', async (_, write) => {
    const time = async (size: number) => {
      const text = write(size);
      const start = performance.now();
      await readingOf(text).catch((error: unknown) => expect(error).toBeInstanceOf(Unusable));
      return performance.now() - start;
    };
    await time(60_000);
    const short = await time(120_000);
    const long = await time(960_000);
    expect(long).toBeLessThan(Math.max(600, 8 * 6 * short));
  });

  test('that repeats a word in JSON objects beyond counting is cut, and told', async () => {
    const many = JSON.stringify(Array.from({ length: 3000 }, () => ({ purpose: 'required' })));
    const { subjects, unread } = await readingOf(many);
    expect(subjects).toHaveLength(500);
    expect(unread.at(-1)?.text).toBe('… and 2500 more calls, objects or configs from here on');
    expect(await faultsIn(many)).toEqual([]);
  });
});
