import { describe, expect, it } from 'vitest';
import { inferredIn, one, read, words, wordsOf } from './printed-deployment.js';

describe('A bit', () => {
  const set: readonly (readonly [
    property: string,
    bit: number,
    word: string,
    set: string,
    clear: string | undefined,
  ])[] = [
    ['AdvertFlags', 0x1000, 'pre-download', 'on', 'off'],
    ['AdvertFlags', 0x20000, 'default-boundary-group', 'off', 'on'],
    ['AdvertFlags', 0x80000, 'allow-internet', 'off', 'on'],
    ['AdvertFlags', 0x100000, 'install-outside-window', 'on', 'off'],
    ['AdvertFlags', 0x200000, 'restart-outside-window', 'on', 'off'],
    ['AdvertFlags', 0x400000, 'wake-up', 'on', 'off'],
    ['AdvertFlags', 0x800000, 'show-progress', 'on', 'off'],
    ['AdvertFlags', 0x2000000, 'independent-run', 'off', 'on'],
    ['AdvertFlags', 0x40000, 'make-available-to', 'clients-media-pxe', 'clients'],
    ['AdvertFlags', 0x10040000, 'make-available-to', 'media-pxe', 'clients'],
    ['AdvertFlags', 0x30040000, 'make-available-to', 'media-pxe-hidden', 'clients'],
    ['AdvertFlags', 0x20, 'assignment', 'as-soon-as-possible', 'none'],
    ['AdvertFlags', 0x200, 'assignment', 'log-on', 'none'],
    ['AdvertFlags', 0x400, 'assignment', 'log-off', 'none'],
    ['RemoteClientFlags', 0x8, 'deployment-option', 'direct', undefined],
    ['RemoteClientFlags', 0x80, 'deployment-option', 'direct', undefined],
    ['RemoteClientFlags', 0x50, 'deployment-option', 'all-first', undefined],
    ['RemoteClientFlags', 0x100, 'deployment-option', 'when-needed', undefined],
    ['RemoteClientFlags', 0x200, 'deployment-option', 'when-needed', undefined],
    ['RemoteClientFlags', 0x40, 'neighbor-boundary-group', 'on', undefined],
    ['RemoteClientFlags', 0x20, 'neighbor-boundary-group', 'off', undefined],
    ['RemoteClientFlags', 0x800, 'rerun', 'always', undefined],
    ['RemoteClientFlags', 0x1000, 'rerun', 'never', undefined],
    ['RemoteClientFlags', 0x2000, 'rerun', 'if-failed', undefined],
    ['RemoteClientFlags', 0x4000, 'rerun', 'if-succeeded', undefined],
    ['RemoteClientFlags', 0x8000, 'write-filter-commit', 'on', 'off'],
    ['RemoteClientFlags', 0x20000, 'default-boundary-group', 'off', 'on'],
    ['RemoteClientFlags', 0x40000, 'metered', 'on', 'off'],
  ];
  it.each(set)('%s %i means %s: %s; clear, it means %s', (property, bit, word, value, clear) => {
    const other = property === 'AdvertFlags' ? 'RemoteClientFlags' : 'AdvertFlags';
    expect(wordsOf(one({ [property]: bit, [other]: 0 }))[word]).toBe(value);
    expect(wordsOf(one({ AdvertFlags: 0, RemoteClientFlags: 0 }))[word]).toBe(clear);
  });

  it('says no more of a word than what its property is printed for', () => {
    const text = 'AdvertisementID : ABC20002\nOfferType : 2\nPackageID : ABC00007\n';
    expect(wordsOf(text)).toEqual({ purpose: 'available', 'task-sequence': 'ABC00007' });
  });

  it('says that make available to, allow on the internet and neighbor groups are inferred, and rerun is not', () => {
    const inferred = inferredIn(one({ AdvertFlags: 0, RemoteClientFlags: 34896 }));
    expect(inferred).toEqual(['make-available-to', 'allow-internet', 'neighbor-boundary-group']);
  });

  it('decodes the values seen in public', () => {
    const first = wordsOf(one({ AdvertFlags: 9109504, RemoteClientFlags: 34896 }));
    expect(first).toMatchObject({ 'deployment-option': 'all-first', rerun: 'always', 'write-filter-commit': 'on' });
    const second = wordsOf(one({ AdvertFlags: 42860576, RemoteClientFlags: 8480 }));
    expect(second).toMatchObject({
      'deployment-option': 'when-needed',
      rerun: 'if-failed',
      'independent-run': 'off',
      assignment: 'as-soon-as-possible',
    });
  });

  it('reads the same decimal, hex and as a negative number', () => {
    const words = wordsOf(one({ AdvertFlags: 0x80400000 }));
    expect(wordsOf(one({ AdvertFlags: '0x80400000' }))).toEqual(words);
    expect(wordsOf(one({ AdvertFlags: -2143289344 }))).toEqual(words);
  });

  it('that contradicts another leaves the word unstated and is reported', () => {
    const { subjects, unread } = read(one({ RemoteClientFlags: 0x1800 }));
    expect(words(subjects[0]).rerun).toBeUndefined();
    expect(unread).toEqual([{ line: 29, text: expect.stringMatching(/RemoteClientFlags.*rerun: never, always/) }]);
  });

  it('in something that is no number is reported once, not guessed', () => {
    const { subjects, unread } = read(one({ AdvertFlags: '8.388.640' }));
    expect(words(subjects[0])['wake-up']).toBeUndefined();
    expect(unread).toEqual([{ line: 4, text: expect.stringContaining('8.388.640') }]);
  });
});

describe('OfferType', () => {
  it('that is neither 0 nor 2 is an error that names the allowed ones', () => {
    const { subjects } = read('OfferType : 1\nAdvertFlags : 0\n');
    expect(subjects[0]?.faults).toEqual([
      expect.objectContaining({
        rule: 'input/unknown-value',
        level: 'error',
        word: 'purpose',
        expected: ['available', 'required'],
        line: 1,
        column: 13,
      }),
    ]);
  });
});
