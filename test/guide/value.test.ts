import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readValue } from '../../src/guide/value.js';
import type { Word } from '../../src/knowledge/vocabulary.js';
import { knowledge } from './any-answers.js';

const wordOf = (id: string): Word => {
  const word = knowledge.wordById.get(id);
  if (!word) throw new Error(`no word ${id}`);
  return word;
};
const read = (id: string, text: string) => {
  const answer = readValue(wordOf(id), text);
  return 'value' in answer ? answer.value : undefined;
};
const complaint = (id: string, text: string) => {
  const answer = readValue(wordOf(id), text);
  return 'message' in answer ? answer.message : '';
};
const closed = knowledge.words.filter(({ values, type }) => values.length > 0 && type !== 'schedule');

describe('a value is understood', () => {
  test('by its id, its console label, its aliases and its PowerShell value, in any case', () => {
    for (const word of closed)
      for (const value of word.values)
        for (const name of [value.id, value.label, ...value.aliases])
          for (const text of [name, name.toUpperCase(), ` ${name.toLowerCase()}  `])
            expect(read(word.id, text), `${word.id}: ${text}`).toBe(value.id);
    expect(read('make-available-to', 'mediaandpxehidden')).toBe('media-pxe-hidden');
    expect(read('deployment-option', 'RunFromDistributionPoint')).toBe('direct');
    expect(read('rerun', 'RerunIfFailedPreviousAttempt')).toBe('if-failed');
  });

  test('by a label written with or without its commas', () => {
    expect(read('make-available-to', 'Configuration Manager clients, media and PXE')).toBe('clients-media-pxe');
    expect(read('make-available-to', 'Only Configuration Manager clients')).toBe('clients');
    expect(read('make-available-to', 'Configuration Manager clients')).toBeUndefined();
  });

  test('by a label with commas, of a schedule too', () => {
    expect(read('assignment', 'Monthly, weekly, or custom recurrence pattern')).toEqual(['recurring']);
    expect(read('assignment', 'Log on, as soon as possible')).toEqual(['log-on', 'as-soon-as-possible']);
  });

  test('as on or yes, whichever of the two words for it a person uses', () => {
    for (const yes of ['true', 'yes', 'on', '1', '$true', 'TRUE']) {
      expect(read('allow-internet', yes)).toBe('on');
      expect(read('feature-update', yes)).toBe('yes');
    }
    for (const no of ['false', 'no', 'off', '0', '$false', 'False']) {
      expect(read('allow-internet', no)).toBe('off');
      expect(read('feature-update', no)).toBe('no');
    }
  });

  test('as a release by its number, its name or its build', () => {
    for (const text of [
      '2309',
      'CB 2309',
      'cb  2309',
      'version 2309',
      'SCCM 2309',
      'ConfigMgr 2309',
      'v2309',
      '5.00.9122',
      '5.0.9122',
      '5.00.9122.1033',
    ])
      expect(read('site-version', text), text).toBe('2309');
    expect(read('site-version', 'tp2009')).toBe('tp2009');
    expect(read('site-version', 'Technical preview 1909')).toBe('tp1909');
  });

  test('as Entra by its older name', () => {
    expect(read('device-join', 'Azure AD')).toBe('entra');
    expect(read('device-join', 'Hybrid Azure AD')).toBe('hybrid');
    expect(read('client-authentication', 'azure ad')).toBe('entra');
  });

  test('as not known, where a person says so', () => {
    for (const text of ['unknown', 'Unknown', "I don't know", 'i don’t know', '?'])
      for (const word of knowledge.words) expect(read(word.id, text), word.id).toBe('unknown');
  });

  test('as a count, a date, a list of schedules or a text', () => {
    expect([read('collection-size', '007'), read('collection-size', '0')]).toEqual(['7', '0']);
    expect(read('available-from', '2026-12-01 22:00')).toBe('2026-12-01T22:00');
    expect(read('assignment', '2026-12-01 22:00, LogOn, log-on')).toEqual(['2026-12-01T22:00', 'log-on']);
    expect(read('assignment', 'none')).toEqual(['none']);
    expect(read('comment', ' O\'Neil "B" ')).toBe('O\'Neil "B"');
  });
});

describe('a value that is none is refused', () => {
  test('with what is allowed and the nearest match', () => {
    expect(complaint('purpose', 'requierd')).toMatch(/"requierd".*available \(Available\), required.*mean "required"/);
    expect(complaint('network', 'Wifii')).toMatch(/mean "wireless"/);
    expect(complaint('make-available-to', 'Clients and media')).toMatch(/Only media and PXE \(hidden\)/);
  });

  test('as a number, unless it is a whole one from 0', () => {
    for (const text of [
      '-1',
      '1.5',
      '1e3',
      '1,000',
      '0x10',
      '١٢',
      '',
      ' ',
      'ten',
      '9'.repeat(10),
      'Infinity',
      'NaN',
      '+5',
    ])
      expect(complaint('collection-size', text), text).toMatch(/whole number from 0/);
  });

  test('as a date, unless it is a day and a time without an offset', () => {
    const wrong = [
      '2026-13-01T10:00',
      '2026-02-30T10:00',
      '2026-12-01T24:00',
      '2026-12-01T10:60',
      '2026-12-01',
      '10:00',
    ];
    for (const text of [
      ...wrong,
      '2026-12-01T10:00Z',
      '2026-12-01T10:00+01:00',
      '01.12.2026 10:00',
      '',
      '0000-01-01T00:00',
    ])
      expect(complaint('available-from', text), text).toMatch(/YYYY-MM-DDTHH:mm/);
  });

  test('as a schedule, by the part that is wrong, and never with the same part as the way out', () => {
    expect(complaint('assignment', 'log-on, noon')).toMatch(/"noon".*as-soon-as-possible.*YYYY-MM-DDTHH:mm/);
    expect(complaint('assignment', 'none, log-on')).toMatch(/"none" stands beside/);
    expect(complaint('assignment', 'date')).not.toMatch(/mean "date"/);
    expect(complaint('assignment', '')).not.toBe('');
  });

  test('as a text, where a terminal or a ticket would obey it', () => {
    for (const text of ['a\u001b[31m', 'a\nb', 'a\u0000', 'a\u009b31m', 'a\u202eb', 'a\u2028b'])
      expect(complaint('collection', text)).toMatch(/control character/);
    expect(complaint('comment', 'x'.repeat(513))).toMatch(/513 characters. At most 512/);
    expect(complaint('comment', '  ')).toMatch(/empty/);
  });

  test('as a site version, by its neighbours; a preview’s number also names the preview', () => {
    expect(complaint('site-version', '2009')).toMatch(/preview.*\(tp2009\).*2006 and 2010/);
    expect(complaint('site-version', '1909')).toMatch(/preview.*\(tp1909\).*1906 and 1910/);
    expect(complaint('site-version', '2308')).toMatch(/2303 and 2309/);
    expect(complaint('site-version', '9999')).toMatch(/Nearest: 2603\./);
    for (const text of ['5.00.9999', '5.00.9122.x', '2309.0', 'constructor', '__proto__', '', 'latest'])
      expect(complaint('site-version', text), text).toMatch(/isn't a release of the current branch.*1802.*2603/);
  });

  test('whatever it is, in one line that repeats little of it', () => {
    const word = fc.constantFrom(...knowledge.words);
    fc.assert(
      fc.property(word, fc.string({ unit: 'binary', maxLength: 2000 }), ({ id, type }, text) => {
        const message = complaint(id, text);
        if (type === 'text') return;
        expect(message.length).toBeLessThan(1_500);
      }),
    );
  });
});
