import { describe, expect, test } from 'vitest';
import type { Unstated } from '../../src/guide/report-shape.js';
import { validate } from '../../src/guide/validate.js';
import { knowledge } from '../config/any-config.js';

function unstated(
  words: Readonly<Record<string, string>>,
  set: Readonly<Record<string, string>> = {},
): readonly Unstated[] {
  const stated = Object.entries(words).map(([word, value], at) => ({
    word,
    value,
    text: value,
    line: at + 1,
    column: 1,
  }));
  const reading = { input: 'config' as const, subjects: [{ stated, faults: [] }], unread: [] };
  return validate(knowledge, 'a', reading, new Map(Object.entries(set)), '2026-11-20').unstated;
}

const wordsOf = (rows: readonly Unstated[]) => rows.map(({ word }) => word);

describe('what a config leaves unstated', () => {
  test('is what a fact that holds asks for', () => {
    const rows = unstated({ scenario: 'boot-media-cloud-content', 'site-version': '2303' });
    expect(rows.find(({ word }) => word === 'boundary-group-cmg')).toMatchObject({
      fact: 'boot-media-cloud-content/boundary-group',
      message: expect.stringContaining('Add `boundary-group-cmg: yes`'),
    });
  });

  test('is what has to be known before something stated can be judged', () => {
    expect(wordsOf(unstated({ 'allow-internet': 'off' }))).toContain('scenario');
    expect(wordsOf(unstated({ scenario: 'boot-media-over-cmg', 'mp-connections': 'internet-only' }))).toContain(
      'site-version',
    );
  });

  test('is never a word that is stated, and none twice', () => {
    for (const words of [
      { scenario: 'boot-media-over-cmg', 'site-version': '2303', purpose: 'required' },
      { purpose: 'available', 'make-available-to': 'clients' },
      { scenario: 'software-center-imaging', 'device-join': 'hybrid' },
    ]) {
      const rows = wordsOf(unstated(words));
      expect(rows.filter((word) => word in words)).toEqual([]);
      expect(new Set(rows).size).toBe(rows.length);
    }
  });

  test('starts with the word that most facts wait for', () => {
    const [first] = unstated({ purpose: 'available', 'make-available-to': 'clients' });
    expect(first?.word).toBe('scenario');
  });

  test('is asked for by a fact about what is stated, before one about what a setting ought to be', () => {
    const rows = unstated({ purpose: 'required', assignment: 'none' });
    expect(rows.find(({ word }) => word === 'make-available-to')?.fact).toBe('scheduling/assignment-none');
  });

  test('is filled by --set, and not by --set word=unknown', () => {
    expect(wordsOf(unstated({ 'allow-internet': 'off' }, { scenario: 'in-place-upgrade' }))).not.toContain('scenario');
    expect(wordsOf(unstated({ 'allow-internet': 'off' }, { scenario: 'unknown' }))).toContain('scenario');
    const network = { scenario: 'boot-media-over-cmg', 'site-version': '2303' };
    expect(wordsOf(unstated(network, { network: 'unknown' }))).toContain('network');
  });

  test('shrinks by each word that is added as it says', () => {
    let words: Record<string, string> = {
      scenario: 'boot-media-over-cmg',
      'site-version': '2303',
      purpose: 'available',
    };
    for (let added = 0; added < 60; added++) {
      const [row] = unstated(words);
      if (!row) break;
      const value = /Add `[\w-]+: ([\w-]+)/.exec(row.message)?.[1] ?? '5';
      words = { ...words, [row.word]: value };
    }
    expect(unstated(words)).toEqual([]);
  });
});
