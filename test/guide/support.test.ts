import { describe, expect, test } from 'vitest';
import { planOf } from './any-answers.js';

const told = (version: string, on: string) =>
  planOf(`site-version=${version}`, on)
    .warnings.filter(({ fact }) => /^support\/(ended|ends-soon)$/.test(fact))
    .map(({ fact, level }) => `${fact.slice('support/'.length)} ${level}`);

describe('the end of support of 2409, on 2026-06-04', () => {
  test.each([
    ['a long time before is no matter', '2025-01-01', []],
    ['91 days before is no matter yet', '2026-03-05', []],
    ['90 days before is a note', '2026-03-06', ['ends-soon note']],
    ['the day before is a note', '2026-06-03', ['ends-soon note']],
    ['on the day itself is a note: it is the last supported one', '2026-06-04', ['ends-soon note']],
    ['the day after is a note', '2026-06-05', ['ended note']],
    ['years after is a note', '2030-01-01', ['ended note']],
  ])('%s', (_, on, expected) => {
    expect(told('2409', on)).toEqual(expected);
  });
});

test('a preview has no end of support to tell, and of an unknown version it is told as a maybe', () => {
  expect(told('tp2009', '2026-11-20')).toEqual([]);
  const { warnings } = planOf('site-version=unknown');
  expect(warnings.find(({ fact }) => fact === 'support/ended')?.holds).toBe('maybe');
});

test('the date changes nothing else', () => {
  const [before, after] = ['2023-01-01', '2026-11-20'].map((on) => planOf('site-version=2303 scenario=intranet', on));
  expect(before?.settings).toEqual(after?.settings);
  expect(before?.checklist).toEqual(after?.checklist);
});

const facts = (path: string) => planOf(path).warnings.map(({ fact }) => fact);

test('what changed after the documents is told from its own version on', () => {
  const cases: [fact: string, first: string, before: string, scenario: string][] = [
    ['support/classic-cmg-no-new', '2203', '2111', 'in-place-upgrade'],
    ['support/classic-cmg-unsupported', '2403', '2309', 'in-place-upgrade'],
    ['support/2409-boot-media', '2409', '2403', 'boot-media-over-cmg'],
    ['support/2509-boundary-group', '2509', '2503', 'boot-media-over-cmg'],
    ['support/2603-entra-tokens', '2603', '2509', 'in-place-upgrade'],
  ];
  for (const [fact, first, before, scenario] of cases) {
    expect(facts(`site-version=${first} scenario=${scenario}`), fact).toContain(fact);
    expect(facts(`site-version=${before} scenario=${scenario}`), fact).not.toContain(fact);
    expect(facts(`site-version=${first} scenario=intranet`), fact).not.toContain(fact);
  }
  expect(facts('site-version=2503 scenario=boot-media-over-cmg')).not.toContain('support/2409-boot-media');
});
