import { describe, expect, test } from 'vitest';
import type { Fault, Subject } from '../../src/guide/reading.js';
import type { Finding } from '../../src/guide/report-shape.js';
import { validate } from '../../src/guide/validate.js';
import { knowledge } from '../config/any-config.js';

/** The findings of words stated one a line. */
function findings(words: Readonly<Record<string, string>>, more: Partial<Subject> = {}): readonly Finding[] {
  const stated = Object.entries(words).map(([word, value], at) => ({
    word,
    value,
    text: value,
    line: at + 1,
    column: 1,
  }));
  const reading = { input: 'config' as const, subjects: [{ stated, faults: [], ...more }], unread: [] };
  return validate(knowledge, 'a', reading, new Map(), '2026-11-20').findings;
}

const levelOf = (all: readonly Finding[], word: string) =>
  all.filter((one) => one.word === word).map(({ level }) => level);

describe('a finding', () => {
  test('of a required fact is an error, of a recommended one a warning, of an optional one a note', () => {
    expect(levelOf(findings({ scenario: 'in-place-upgrade', 'allow-internet': 'off' }), 'allow-internet')).toEqual([
      'error',
    ]);
    const media = findings({
      scenario: 'boot-media-over-cmg',
      'media-certificate': 'pki',
      'media-certificate-hash': 'other',
    });
    expect(levelOf(media, 'media-certificate-hash')).toEqual(['warning']);
    const offer = findings({
      scenario: 'in-place-upgrade',
      purpose: 'available',
      'feature-update': 'no',
      'pre-download': 'off',
    });
    expect(offer.find(({ fact }) => fact === 'in-place-upgrade/pre-download')?.level).toBe('note');
  });

  test('about a date that misleads stands where the date does', () => {
    const all = findings({ purpose: 'required', assignment: 'none', expires: '2026-12-24T18:00' });
    const one = all.find(({ fact }) => fact === 'scheduling/deadline-parameter');
    expect(one).toMatchObject({ level: 'warning', word: 'expires', line: 3 });
  });

  test('gives the label, what is there, what is allowed, where to change it, the fix, the source and the place', () => {
    const [one] = findings({ scenario: 'in-place-upgrade', 'allow-internet': 'off' }).filter(
      ({ level }) => level === 'error',
    );
    expect(one).toMatchObject({
      word: 'allow-internet',
      label: 'Allow task sequence to run for client on the Internet',
      where: 'Deploy Software Wizard › User Experience; New-CMTaskSequenceDeployment -InternetOption',
      actual: 'off',
      expected: ['on'],
      fix: { 'allow-internet': 'on' },
      line: 2,
      column: 1,
    });
    expect(one?.message).toMatch(/Allowed: On\..*Given: .*Windows in-place upgrade/s);
    expect(one?.sources.length).toBeGreaterThan(0);
  });

  test('names the bounds of a number', () => {
    const all = findings({
      purpose: 'required',
      'task-sequence-kind': 'os-image',
      'collection-type': 'custom',
      'maximum-size': '1000',
      'collection-size': '2000',
    });
    expect(all.find(({ fact }) => fact === 'high-risk/maximum-size')).toMatchObject({
      level: 'error',
      word: 'collection-size',
      expected: ['fewer than maximum-size (1000)'],
      fix: { purpose: 'available' },
    });
  });

  test('of a warning stands at the stated word that comes last, behind derived words too', () => {
    const of = (words: Readonly<Record<string, string>>) =>
      findings(words).find(({ fact }) => fact === 'high-risk/general');
    expect(of({ purpose: 'required', scenario: 'in-place-upgrade' })).toMatchObject({
      word: 'scenario',
      line: 2,
      expected: [],
    });
    expect(of({ scenario: 'in-place-upgrade', purpose: 'required' })).toMatchObject({
      word: 'purpose',
      line: 2,
      level: 'warning',
    });
    expect(of({ purpose: 'required' })).toBeUndefined();
  });

  test('of times that do not fit together stands at one of them', () => {
    const times = { 'available-from': '2026-12-02T10:00', expires: '2026-12-01T10:00' };
    expect(findings(times).find(({ fact }) => fact === 'scheduling/expires-before-available')).toMatchObject({
      word: 'expires',
      line: 2,
    });
  });

  test('says which others leave a word without a value', () => {
    const all = findings({ scenario: 'in-place-upgrade', 'make-available-to': 'media-pxe' }).filter(
      ({ level }) => level === 'error',
    );
    expect(all.length).toBeGreaterThan(0);
    for (const { line, message } of all)
      expect([line === null, message]).toEqual([false, expect.stringMatching(/Given: /)]);
  });

  test('says what was inferred rather than read', () => {
    const stated = [
      { word: 'scenario', value: 'in-place-upgrade', text: 'x', line: 1, column: 1 },
      { word: 'allow-internet', value: 'off', text: '0x80000', line: 2, column: 1, inferred: true as const },
    ];
    const one = findings({}, { stated }).find(({ word }) => word === 'allow-internet');
    expect(one?.message).toMatch(/Inferred from the text: Allow task sequence .*: Off\./);
  });

  test('of a fault in the text keeps its rule, and escapes its words', () => {
    const fault: Fault = {
      rule: 'input/unknown-value',
      level: 'error',
      word: 'purpose',
      actual: '**x**',
      expected: ['available', 'required'],
      message: '"**x** <b>" isn\'t a value.',
      fix: null,
      line: 4,
      column: 2,
    };
    expect(findings({}, { faults: [fault] })).toEqual([
      expect.objectContaining({
        fact: 'input/unknown-value',
        word: 'purpose',
        label: 'Purpose',
        message: '"\\*\\*x\\*\\* \\<b\\>" isn\'t a value.',
        line: 4,
      }),
    ]);
  });

  test('rests on nothing that is not stated', () => {
    expect(findings({ 'allow-internet': 'off' })).toEqual([]);
    expect(
      findings({ 'mp-connections': 'internet-only', 'site-version': '2509' }).filter(({ level }) => level === 'error'),
    ).toEqual([]);
  });

  test.each([
    ['metered with Available', { purpose: 'available', metered: 'on' }, 'metered'],
    ['wake-up with Available', { purpose: 'available', 'wake-up': 'on' }, 'wake-up'],
    [
      'Required without a schedule',
      { purpose: 'required', 'make-available-to': 'clients', assignment: 'none' },
      'assignment',
    ],
    ['a version that is too old', { scenario: 'software-center-imaging', 'site-version': '1910' }, 'site-version'],
  ])('is made of %s', (_, words, word) => {
    expect(levelOf(findings(words), word)).toContain('error');
  });

  test.each([
    [
      'a schedule for media and PXE alone',
      { 'make-available-to': 'media-pxe', 'available-from': '2026-12-01T10:00' },
      'scheduling/schedule-without-effect',
    ],
    [
      'Required to clients and media',
      { purpose: 'required', 'task-sequence-kind': 'os-image', 'make-available-to': 'clients-media-pxe' },
      'high-risk/clients-media-pxe',
    ],
  ])('warns of %s', (_, words, fact) => {
    expect(findings(words).find((one) => one.fact === fact)?.level).toBe('warning');
  });

  test('warns of a setting that is stated, not of one that ought to be', () => {
    const late = { purpose: 'required', assignment: 'none', expires: '2026-12-01T10:00' };
    const facts = (words: Readonly<Record<string, string>>) => findings(words).map(({ fact }) => fact);
    expect(facts(late)).toContain('scheduling/deadline-parameter');
    expect(facts(late)).not.toContain('scheduling/schedule-without-effect');
    expect(facts({ ...late, 'make-available-to': 'media-pxe' })).toContain('scheduling/schedule-without-effect');
  });

  test('does not ask a schedule of Required for media and PXE alone', () => {
    const all = findings({ purpose: 'required', 'make-available-to': 'media-pxe', assignment: 'none' });
    expect(levelOf(all, 'assignment')).toEqual([]);
  });

  test('whose fix is taken is gone', () => {
    const start = {
      scenario: 'boot-media-over-cmg',
      'site-version': '2103',
      'mp-connections': 'internet-only',
      network: 'wireless',
      'wake-up': 'on',
    };
    for (const one of findings(start)) {
      if (one.fix === null) continue;
      const after = findings({ ...start, ...one.fix });
      expect(
        after.some(({ fact, word }) => fact === one.fact && word === one.word),
        one.fact,
      ).toBe(false);
    }
  });
});
