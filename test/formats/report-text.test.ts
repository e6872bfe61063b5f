import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportText } from '../../src/formats/report-text.js';
import { anyWrongConfig, checkedOf, colourPage, plainPage } from './any-report.js';

const textOf = async (text: string) => reportText([await checkedOf(text)], plainPage);
const wrong = 'scenario: boot-media-over-cmg\nsite-version: 2303\nnetwork: wireless\ncolour: blue\nallow-internt: on\n';

describe('a report as text', () => {
  test('is grouped, the worst first', async () => {
    const titles = [...(await textOf(wrong)).matchAll(/^(Errors|Warnings|Notes|Not stated|Not understood|Sources)$/gm)];
    expect(titles.map(([title]) => title)).toEqual([
      'Errors',
      'Warnings',
      'Notes',
      'Not stated',
      'Not understood',
      'Sources',
    ]);
  });

  test('counts in its first line', async () => {
    expect((await textOf(wrong)).split('\n')[0]).toMatch(
      /^a\.yaml \(config\): 1 error, \d+ warnings, \d+ notes?; \d+ words not stated; 1 line not understood$/,
    );
    expect(await textOf('purpose: unknown')).toBe('a.yaml (config): nothing wrong found\n');
  });

  test('shows the line of the text with a caret under its place', async () => {
    const lines = (await textOf('> hi\n> purpose:  avalable')).split('\n');
    const at = lines.findIndex((line) => line.includes('2 | '));
    const source = lines[at] ?? '';
    expect(source).toMatch(/2 \| > purpose: {2}avalable$/);
    expect(lines[at + 1]?.indexOf('^')).toBe(source.indexOf('avalable'));
  });

  test('of a long line shows the part around the caret', async () => {
    const text = `${'x '.repeat(300)}purpose: required, wake-up: on ${'y '.repeat(300)}`;
    const lines = (await textOf(`scenario: in-place-upgrade\n${text}`)).split('\n');
    const at = lines.findIndex((line) => line.includes('2 | ') && line.includes('wake-up'));
    expect(lines[at]?.length).toBeLessThan(120);
    expect((lines[at] ?? '').slice(lines[at + 1]?.indexOf('^'))).toMatch(/^wake-up: on/);
  });

  test('says where to change it, the fix and the rule, and numbers its sources', async () => {
    const text = await textOf('scenario: in-place-upgrade\nallow-internet: off');
    expect(text).toContain(
      'Where: Deploy Software Wizard › User Experience; New-CMTaskSequenceDeployment -InternetOption',
    );
    expect(text).toContain('Fix: Allow task sequence to run for client on the Internet: On');
    expect(text).toContain('Rule: internet/allow-internet');
    const cited = new Set(
      [...(text.split('\nSources\n')[0]?.matchAll(/\[(\d+)(?:, inferred)?\]/g) ?? [])].map(([, number]) => number),
    );
    const listed = new Set(
      [...(text.split('\nSources\n')[1] ?? '').matchAll(/^ {2}\[(\d+)\]/gm)].map(([, number]) => number),
    );
    expect(listed).toEqual(cited);
  });

  test('has colours only where they are wanted', async () => {
    const checked = await checkedOf(wrong);
    const coloured = reportText([checked], colourPage);
    expect(coloured).not.toBe(stripVTControlCharacters(coloured));
    expect(stripVTControlCharacters(coloured)).toBe(reportText([checked], plainPage));
  });

  test('keeps within the width, unless a word or address is longer', async () => {
    for (const line of (await textOf(wrong)).split('\n'))
      if (!line.includes('https://') && !line.includes(' | ') && !line.startsWith('  ['))
        expect(line.length).toBeLessThanOrEqual(100);
  });

  test('leaves out what could not be read: that is told on standard error', async () => {
    expect(reportText([await checkedOf('')], plainPage)).toBe('');
  });

  test('holds no control character of the text, whatever the text is', async () => {
    await fc.assert(
      fc.asyncProperty(anyWrongConfig, async (text) => {
        const out = await textOf(text);
        expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 100 },
    );
  });
});
