import { expect, test } from 'vitest';
import { computed } from '../../src/guide/computed.js';
import { preview } from '../../src/knowledge/vocabulary.js';
import { knowledge } from '../guide/any-answers.js';

const { words, version } = knowledge;
const releases = version.values.flatMap(({ id, release }) => (release ? [{ id, ...release }] : []));

test('every release of the current branch from 1802 to 2603 is known, with its dates and build', () => {
  expect(releases.map(({ id }) => id).join(' ')).toBe(
    '1802 1806 1810 1902 1906 1910 2002 2006 2010 2103 2107 2111 2203 2207 2211 2303 2309 2403 2409 2503 2509 2603',
  );
  const facts = Object.fromEntries(
    releases.map(({ id, available, endOfSupport, build }) => [id, [available, endOfSupport, build]]),
  );
  expect(facts).toMatchObject({
    1802: ['2018-03-22', '2019-09-22', '8634'],
    1810: ['2018-11-27', '2020-12-01', '8740'],
    2010: ['2020-11-30', '2022-05-30', '9040'],
    2303: ['2023-04-10', '2024-10-10', '9106'],
    2503: ['2025-03-31', '2026-09-30', '9135'],
    2603: ['2026-05-05', '2027-11-05', '9146'],
  });
});

test('support lasts about eighteen months, and builds rise with the releases', () => {
  for (const { id, available, endOfSupport } of releases) {
    const months = (Date.parse(endOfSupport) - Date.parse(available)) / 86_400_000 / 30.44;
    expect(months, id).toBeGreaterThan(17.5);
    expect(months, id).toBeLessThan(25);
  }
  const builds = releases.map(({ build }) => Number(build));
  expect(builds).toEqual([...builds].sort((a, b) => a - b));
});

test('the two previews are values of their own, no releases', () => {
  expect(version.values.filter(preview).map(({ id }) => id)).toEqual(['tp1909', 'tp2009']);
});

test('every word has a label, and every value of a choice a label of its own', () => {
  for (const word of words) {
    expect(word.label, word.id).not.toBe('');
    const labels = word.values.map(({ label }) => label);
    expect(
      labels.every((label) => label !== ''),
      word.id,
    ).toBe(true);
    expect(new Set(labels).size, word.id).toBe(labels.length);
  }
});

test('the settings of the wizard stand in the order of its pages', () => {
  const pages = words.filter(({ where }) => where === 'Deploy Software Wizard').map(({ page }) => page.split(',')[0]);
  const order = pages.filter((page, at) => page !== pages[at - 1]);
  expect(order).toEqual([
    'General',
    'Deployment Settings',
    'Scheduling',
    'User Experience',
    'Alerts',
    'Distribution Points',
    'Deployment Package',
  ]);
});

test('a way out never changes what protects the site or is a fact of the world', () => {
  expect(words.filter(({ changeable }) => !changeable).map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'site-server-policy',
      'default-size',
      'maximum-size',
      'collection-size',
      'collection-has-site-server',
      'collection-has-server',
      'device-join',
      'package-share',
    ]),
  );
});

test('every computed word has its function, and reads words that exist', () => {
  expect(
    words
      .filter(({ role }) => role === 'computed')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...computed.keys()].sort());
  for (const { reads } of computed.values()) for (const id of reads) expect(knowledge.wordById.has(id), id).toBe(true);
});
