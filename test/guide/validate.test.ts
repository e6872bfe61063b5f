import { describe, expect, test } from 'vitest';
import type { Stated, Subject } from '../../src/guide/reading.js';
import { validate } from '../../src/guide/validate.js';
import { knowledge } from '../config/any-config.js';

/** A subject that states these words, one a line. */
export const subjectOf = (words: Readonly<Record<string, string>>, from = 1): Subject => ({
  stated: Object.entries(words).map(
    ([word, value], at): Stated => ({ word, value, text: value, line: from + at, column: 1 }),
  ),
  faults: [],
});

const report = (subjects: readonly Subject[], set: Readonly<Record<string, string>> = {}) =>
  validate(knowledge, 'a', { input: 'config', subjects, unread: [] }, new Map(Object.entries(set)), '2026-11-20');

describe('a report', () => {
  test('reads what all calls of a text agree on, and judges each on its own', () => {
    const one = subjectOf({ scenario: 'intranet', purpose: 'available', metered: 'on' });
    const two = subjectOf({ scenario: 'intranet', purpose: 'required', metered: 'on' }, 4);
    const { read, findings } = report([one, two]);
    expect(read).toEqual({ scenario: 'intranet', metered: 'on' });
    expect(
      findings.filter(({ fact }) => fact === 'deployment-settings/metered-available').map(({ line }) => line),
    ).toEqual([3]);
  });

  test('puts the worst first, then goes by line and column', () => {
    const { findings } = report([
      subjectOf({
        'site-version': '2103',
        scenario: 'boot-media-over-cmg',
        network: 'wireless',
        'wake-up': 'on',
        purpose: 'required',
      }),
    ]);
    const keys = findings.map(({ level, line }) => `${['error', 'warning', 'note'].indexOf(level)} ${line}`);
    expect(keys).toEqual([...keys].sort());
    expect(findings[0]?.level).toBe('error');
  });

  test('tells what several calls share only once', () => {
    const shared = subjectOf({ scenario: 'boot-media-over-cmg' });
    const { findings } = report([shared, shared, shared]);
    const places = findings.map(({ fact, line }) => `${fact} ${line}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('counts its findings by level', () => {
    const { findings, unstated, summary } = report([
      subjectOf({ scenario: 'software-center-imaging', 'site-version': '1910' }),
    ]);
    const count = (level: string) => findings.filter((one) => one.level === level).length;
    expect(summary).toEqual({
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      unstated: unstated.length,
    });
    expect(summary.errors).toBeGreaterThan(0);
  });

  test('says the same of a config and of the same words given beside it', () => {
    const words = {
      scenario: 'boot-media-over-cmg',
      'site-version': '2303',
      purpose: 'required',
      'network-join': 'domain',
    };
    const facts = (given: typeof words | Record<string, string>, set: Record<string, string>) =>
      report([subjectOf(given)], set)
        .findings.map(({ fact, level }) => `${fact} ${level}`)
        .sort();
    const whole = facts(words, {});
    expect(facts({}, words)).toEqual(whole);
    for (const [word, value] of Object.entries(words)) {
      const others = Object.fromEntries(Object.entries(words).filter(([id]) => id !== word));
      expect(facts(others, { [word]: value }), word).toEqual(whole);
    }
  });

  test('of a config that states nothing has neither findings nor anything to add', () => {
    const { findings, unstated, summary } = report([subjectOf({})]);
    expect([findings, unstated]).toEqual([[], []]);
    expect(summary).toEqual({ errors: 0, warnings: 0, notes: 0, unstated: 0 });
  });

  test('warns of a text that a fact is about wherever it is posted', () => {
    const posted = [{ fact: 'trusted-root/sample-thumbprint', text: 'EB97', line: 3, column: 4 }];
    const reading = { input: 'config' as const, subjects: [subjectOf({})], unread: [], posted };
    expect(validate(knowledge, 'a', reading, new Map(), '2026-11-20').findings).toEqual([
      expect.objectContaining({
        fact: 'trusted-root/sample-thumbprint',
        level: 'warning',
        word: null,
        actual: 'EB97',
        line: 3,
        column: 4,
      }),
    ]);
  });
});
