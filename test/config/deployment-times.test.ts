import { describe, expect, it } from 'vitest';
import { validate } from '../../src/guide/validate.js';
import { deployment, inferredIn, knowledge, one, read, shapes, words, wordsOf } from './printed-deployment.js';

describe('A date', () => {
  const printed: readonly (readonly [text: string, at: string | undefined, inferred: boolean])[] = [
    ['20280203100000.000000+***', '2028-02-03T10:00', false],
    ['20280203100000.000000+060', '2028-02-03T10:00', false],
    ['2028-02-03T10:00:00', '2028-02-03T10:00', false],
    ['2028-02-03T10:00:00Z', '2028-02-03T10:00', false],
    ['2028-02-03T10:00:00.0000000+01:00', '2028-02-03T10:00', true],
    ['2028-02-03 10:00:00', '2028-02-03T10:00', false],
    ['2028/02/03 10:00:00', '2028-02-03T10:00', false],
    ['2/28/2028 6:05:00 PM', '2028-02-28T18:05', false],
    ['2/28/2028 12:05:00 AM', '2028-02-28T00:05', false],
    ['28/02/2028 18:05:00', '2028-02-28T18:05', false],
    ['03.02.2028 18:05:00', '2028-02-03T18:05', false],
    ['Thursday, February 3, 2028 6:05:00 PM', '2028-02-03T18:05', false],
    ['3 February 2028 18:05', '2028-02-03T18:05', false],
    ['/Date(1832493900000)/', '2028-01-26T10:05', true],
    ['/Date(1832493900000+0100)/', '2028-01-26T11:05', false],
    ['2/3/2028 10:00:00', undefined, false],
    ['02-03-2028 10:00:00', undefined, false],
    ['2/3/28 10:00', undefined, false],
    ['31/31/2028 10:00', undefined, false],
    ['20281303100000.000000+***', undefined, false],
    ['3 Février 2028 18:05', undefined, false],
    ['jeudi 3 février 2028', undefined, false],
    ['soon', undefined, false],
  ];
  it.each(printed)('%s is read as %s, inferred: %s', (text, at, inferred) => {
    const output = one({ PresentTime: text });
    expect(wordsOf(output)['available-from']).toBe(at);
    expect(inferredIn(output).includes('available-from')).toBe(inferred);
    const told = read(output).unread.some((row) => row.line === 24 && row.text.includes(text));
    expect(told).toBe(at === undefined);
  });

  it('in a culture that another date of the text gives away is read, as inferred', () => {
    const output = one({ PresentTime: '2/3/2028 10:00:00 AM', AdvertisementName: '1/31/2028 10:00:00 AM' });
    expect(wordsOf(output)['available-from']).toBe('2028-02-03T10:00');
    expect(inferredIn(output)).toContain('available-from');
  });

  it('of 1990 stands for none', () => {
    const { subjects, unread } = read(one({ PresentTime: '19900101000000.000000+***' }));
    expect(words(subjects[0])['available-from']).toBeUndefined();
    expect(unread).toEqual([]);
  });

  it('of expiry counts only where it is in use', () => {
    const at = { ExpirationTime: '20290101000000.000000+***' };
    expect(wordsOf(one({ ...at, TimeFlags: 3 })).expires).toBe('2029-01-01T00:00');
    expect(wordsOf(one({ ...at, TimeFlags: 8193 })).expires).toBeUndefined();
    expect(wordsOf(one({ ...at, TimeFlags: 0, ExpirationTimeEnabled: true })).expires).toBe('2029-01-01T00:00');
    const { subjects, unread } = read('OfferType : 2\nExpirationTime : 20290101000000.000000+***\n');
    expect(words(subjects[0]).expires).toBeUndefined();
    expect(unread).toEqual([{ line: 2, text: expect.stringContaining('ExpirationTimeEnabled') }]);
  });

  it('says whether it is in UTC, beside a stated time alone', () => {
    expect(wordsOf(one({ TimeFlags: 0x21 }))).toMatchObject({ 'available-utc': 'on' });
    expect(wordsOf(one({ TimeFlags: 0x1 }))).toMatchObject({ 'available-utc': 'off' });
    expect(wordsOf(one({ TimeFlags: 0, PresentTimeIsGMT: true }))).toMatchObject({ 'available-utc': 'on' });
    expect(wordsOf(one({ TimeFlags: 0x43 }))).toMatchObject({ 'expires-utc': 'on' });
    expect(wordsOf(one({ TimeFlags: 0x41 }))).not.toHaveProperty('expires-utc');
  });

  it('that PowerShell wraps is read from its own text', () => {
    const text = JSON.stringify({
      OfferType: 2,
      PresentTime: {
        value: '/Date(1832493900000)/',
        DisplayHint: 2,
        DateTime: 'Wednesday, January 26, 2028 1:05:00 PM',
      },
    });
    expect(wordsOf(text)['available-from']).toBe('2028-01-26T13:05');
    expect(inferredIn(text)).toContain('available-from');
  });
});

describe('The assignment', () => {
  const schedules = [
    { class: 'SMS_ST_NonRecurring', StartTime: '20280203100000.000000+***' },
    { class: 'SMS_ST_RecurWeekly', StartTime: '20280203100000.000000+***' },
  ];
  it.each(Object.entries(shapes))('is read from schedules and events, printed as %s', (_, print) => {
    const text = print([deployment({ AssignedSchedule: schedules, AssignedScheduleEnabled: true, TimeFlags: 17 })]);
    expect(wordsOf(text).assignment).toBe('as-soon-as-possible,2028-02-03T10:00,recurring');
    expect(inferredIn(text)).not.toContain('assignment');
  });

  it('is none where that is proved, and not where lazy properties are empty as with -Fast', () => {
    const none = { AdvertFlags: 0, AssignedScheduleEnabled: false, TimeFlags: 0 };
    expect(wordsOf(one(none)).assignment).toBe('none');
    const fast = { ...none, PresentTimeEnabled: false, ExpirationTimeEnabled: false };
    expect(wordsOf(one(fast)).assignment).toBeUndefined();
    expect(wordsOf(one({ ...fast, TimeFlags: 1 })).assignment).toBe('none');
    expect(
      wordsOf(`PS DEM:\\> Get-CMTaskSequenceDeployment -Fast | Format-List *\n${one(none)}`).assignment,
    ).toBeUndefined();
  });

  it('of a Required deployment with none is a finding', () => {
    const reading = read(one({ AdvertFlags: 0, TimeFlags: 1 }));
    const { findings } = validate(knowledge, 'x', reading, new Map(), '2026-01-01');
    expect(findings.map(({ fact }) => fact)).toContain('scheduling/assignment');
  });

  it('that can’t be told is reported', () => {
    const json = JSON.stringify({ OfferType: 0, AssignedScheduleEnabled: true, AssignedSchedule: ['System.Object'] });
    expect(wordsOf(json).assignment).toBeUndefined();
    expect(read(json).unread).toEqual([{ line: 1, text: expect.stringContaining('System.Object') }]);
    const bare = 'OfferType : 0\nAdvertFlags : 0\nAssignedScheduleEnabled : True\n';
    expect(read(bare).unread).toEqual([{ line: 3, text: expect.stringContaining('AssignedSchedule isn') }]);
  });

  it('in UTC is stated as inferred, and that is reported', () => {
    const text = one({ AssignedSchedule: schedules.slice(0, 1), AssignedScheduleEnabled: true, TimeFlags: 0x211 });
    expect(inferredIn(text)).toContain('assignment');
    expect(read(text).unread).toEqual([{ line: 7, text: expect.stringContaining('UTC') }]);
  });
});
