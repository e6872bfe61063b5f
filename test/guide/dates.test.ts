import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../src/guide/plan.js';
import { anySituation, knowledge, planOf, today } from './any-answers.js';

const scheduling = (path: string) =>
  planOf(path)
    .warnings.map(({ fact }) => fact.slice('scheduling/'.length))
    .filter((fact) => /^(expires-before|assigned-before)|uncertain$/.test(fact));
const at = (day: number, time = '12:00') => `2026-12-${String(day).padStart(2, '0')}T${time}`;

describe('of two times in the same kind of clock', () => {
  test('an expiry has to come after the available time', () => {
    for (const utc of ['', ' available-utc=on expires-utc=on', ' available-utc=off expires-utc=off']) {
      expect(scheduling(`available-from=${at(2)} expires=${at(1)}${utc}`)).toEqual(['expires-before-available']);
      expect(scheduling(`available-from=${at(2)} expires=${at(2)}${utc}`)).toEqual(['expires-before-available']);
      expect(scheduling(`available-from=${at(2)} expires=${at(2, '12:01')}${utc}`)).toEqual([]);
    }
  });

  test('an assignment before the available time is told as a note, one at that time is not', () => {
    const { warnings } = planOf(`purpose=required available-from=${at(2)} assignment=${at(1)}`);
    expect(warnings.find(({ fact }) => fact === 'scheduling/assigned-before-available')?.level).toBe('note');
    expect(scheduling(`purpose=required available-from=${at(2)} assignment=${at(2)}`)).toEqual([]);
  });

  test('of several assignments the first counts against the available time, the last against the expiry', () => {
    const path = `purpose=required available-from=${at(5)} expires=${at(10)}`;
    expect(scheduling(`${path} assignment=${at(6)},${at(9)}`)).toEqual([]);
    expect(scheduling(`${path} assignment=${at(9)},${at(4)}`)).toEqual(['assigned-before-available']);
    expect(scheduling(`${path} assignment=${at(6)},${at(10)},log-on`)).toEqual(['expires-before-assignment']);
  });

  test('one time alone is compared with nothing', () => {
    for (const path of [`available-from=${at(2)}`, `expires=${at(2)}`, `purpose=required assignment=${at(2)},log-on`])
      expect(scheduling(path)).toEqual([]);
    expect(scheduling(`purpose=required available-from=${at(2)} assignment=log-on,as-soon-as-possible`)).toEqual([]);
  });
});

describe('a local time and a UTC time', () => {
  const mixed = (available: string, expires: string) =>
    scheduling(`available-from=${available} available-utc=on expires=${expires} expires-utc=off`);

  test('less than 26 hours apart can’t be compared', () => {
    expect(mixed(at(2), at(2))).toEqual(['expiry-uncertain']);
    expect(mixed(at(2), at(3, '13:59'))).toEqual(['expiry-uncertain']);
    expect(mixed(at(3, '13:59'), at(2))).toEqual(['expiry-uncertain']);
  });

  test('further apart are compared', () => {
    expect(mixed(at(2), at(3, '14:01'))).toEqual([]);
    expect(mixed(at(3, '14:01'), at(2))).toEqual(['expires-before-available']);
  });

  test('an assignment is always local, so it is compared with a UTC time in the same way', () => {
    const path = `purpose=required available-from=${at(2)} available-utc=on`;
    expect(scheduling(`${path} assignment=${at(2, '13:00')}`)).toEqual(['assignment-uncertain']);
    expect(scheduling(`${path} assignment=${at(4)}`)).toEqual([]);
    expect(scheduling(`${path} assignment=${at(30)} expires=${at(30)} expires-utc=on`)).toEqual(['deadline-uncertain']);
  });

  test('over a change of the clocks are as far apart as on any other day', () => {
    for (const day of ['2027-03-27', '2027-03-13', '2026-10-24'])
      for (const [time, expected] of [
        ['13:59', 'expiry-uncertain'],
        ['14:01', undefined],
      ] as const) {
        const next = `${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, '0')}T${time}`;
        expect(mixed(`${day}T12:00`, next)[0]).toBe(expected);
      }
  });
});

test('a time is shown in UTC as a moment, or as each device’s own local time, and never converted', () => {
  const setting = (path: string) => planOf(path).settings.find(({ word }) => word === 'available-from');
  expect(setting(`available-from=${at(1, '22:00')} available-utc=on`)).toMatchObject({
    values: [at(1, '22:00')],
    valueLabels: ['2026-12-01 22:00 UTC'],
    moment: '2026-12-01T22:00:00Z',
  });
  const local = setting(`available-from=${at(1, '22:00')}`);
  expect(local?.valueLabels).toEqual(["2026-12-01 22:00 in each device's own local time"]);
  expect(local).not.toHaveProperty('moment');
});

test('a moment in UTC is one that can be read, whatever else is given', () => {
  fc.assert(
    fc.property(anySituation, (answers) => {
      for (const { moment } of makePlan(knowledge, answers, today).settings)
        if (moment !== undefined) expect(new Date(moment).toJSON()).toBe(moment.replace('Z', '.000Z'));
    }),
  );
});

test('on boot media and PXE a schedule that is given is told to have no effect', () => {
  const path = 'scenario=intranet task-sequence-kind=os-image make-available-to=media-pxe';
  const facts = (more: string) => planOf(`${path} ${more}`).warnings.map(({ fact }) => fact);
  for (const more of [`available-from=${at(1)}`, `expires=${at(1)}`, 'assignment=log-on'])
    expect(facts(more)).toContain('scheduling/schedule-without-effect');
  expect(facts('')).not.toContain('scheduling/schedule-without-effect');
  expect(facts('assignment=none')).not.toContain('scheduling/schedule-without-effect');
});
