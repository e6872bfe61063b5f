import { expect, test } from 'vitest';
import * as faults from '../../src/config/faults.js';
import { faultRules } from '../../src/guide/fault-rules.js';

const at = { line: 3, column: 5 };
const all = [
  faults.unknownValue('purpose', 'avalable', ['available', 'required'], 'It is none.', at),
  faults.unknownWord('purpos', 'purpose', at),
  faults.twice('purpose', 'available', 2, 'required', at),
  faults.notWellFormed('JSON', 'a quote is missing', '{"a', at),
  faults.more(4, 'warning', at),
  faults.otherObject('It is a driver.', 'Driver', at),
];

test('each fault has a rule that is listed, a place, and a message for people', () => {
  for (const { rule, line, column, message } of all) {
    expect(Object.keys(faultRules)).toContain(rule);
    expect([line, column]).toEqual([3, 5]);
    expect(message).toMatch(/^[A-Z"p].*[.?]$/);
  }
});

test('a fault names what is there, what is allowed and the nearest match', () => {
  expect(all[0]).toMatchObject({
    actual: 'avalable',
    expected: ['available', 'required'],
    fix: { purpose: 'available' },
  });
  expect(all[1]?.message).toContain('Did you mean "purpose"?');
  expect(all[2]?.message).toMatch(/twice.*"available" on line 2, "required" here/);
});

test('no nearest match is made of numbers', () => {
  expect(faults.unknownValue('site-version', '2009', ['2006', '2010'], 'It is none.', at).fix).toBeNull();
});

test('a fault repeats only so much of a text', () => {
  const { actual, message } = faults.twice('comment', 'a'.repeat(1000), 1, 'b'.repeat(1000), at);
  expect(actual.length).toBeLessThan(210);
  expect(message.length).toBeLessThan(300);
});
