import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planOf } from './any-answers.js';

const risky = 'site-version=2603 scenario=intranet task-sequence-kind=os-image purpose=required';
const custom = `${risky} collection-type=custom`;
const facts = (path: string) =>
  planOf(path).warnings.filter(({ fact, holds }) => fact.startsWith('high-risk/') && holds === 'yes');
const ids = (path: string) => facts(path).map(({ fact }) => fact.slice('high-risk/'.length));
const blocked = (path: string) => planOf(path).blockers.map(({ fact }) => fact);
const hides = (path: string) => planOf(path).settings.find(({ word }) => word === 'hide-collections')?.values;
const sized = (size: number | string, least: number | string, most: number | string) =>
  `${custom} collection-size=${size} default-size=${least} maximum-size=${most}`;

describe('a Required deployment of an OS', () => {
  test('is told as high-risk, and judged only when it is made', () => {
    expect(ids(risky)).toEqual(expect.arrayContaining(['general', 'judged-once']));
    expect(facts(risky)[0]?.level).toBe('high-risk');
  });

  test('goes to custom collections and Unknown Computers only', () => {
    const path = (type: string) => `${risky} collection-type=${type}`;
    expect(blocked(path('built-in'))).toEqual(['high-risk/collection-type']);
    expect(planOf(path('built-in')).blockers[0]?.fixes).toEqual([
      { 'collection-type': 'custom' },
      { purpose: 'available' },
    ]);
    expect([...blocked(path('custom')), ...blocked(path('unknown-computers'))]).toEqual([]);
  });

  test('for clients, media and PXE warns of wiping running clients, and names the value that leaves them alone', () => {
    const warning = facts(`${custom} make-available-to=clients-media-pxe`).find(
      ({ fact }) => fact === 'high-risk/clients-media-pxe',
    );
    expect(warning?.level).toBe('high-risk');
    expect(warning?.text).toContain('**Only media and PXE**');
    for (const value of ['clients', 'media-pxe', 'media-pxe-hidden'])
      expect(ids(`${custom} make-available-to=${value}`)).not.toContain('clients-media-pxe');
  });
});

describe('the size of the collection', () => {
  test('counts as the site’s own values say, whatever the documents’ example', () => {
    expect(ids(sized(60, 50, 500))).toContain('default-size');
    expect(blocked(sized(500, 50, 500))).toEqual(['high-risk/maximum-size']);
    expect(ids(sized(499, 1000, 2000))).not.toContain('default-size');
  });

  test('below the default is no matter; exactly the default is hidden and a note; above it is high-risk', () => {
    expect([ids(sized(99, 100, 1000)).includes('default-size'), hides(sized(99, 100, 1000))]).toEqual([
      false,
      undefined,
    ]);
    expect(ids(sized(100, 100, 1000))).toContain('default-size-exactly');
    expect(ids(sized(100, 100, 1000))).not.toContain('default-size');
    expect(hides(sized(100, 100, 1000))).toEqual(['off']);
    expect(ids(sized(101, 100, 1000))).toContain('default-size');
    expect(ids(sized(101, 100, 1000))).not.toContain('default-size-exactly');
    expect(hides(sized(101, 100, 1000))).toEqual(['off']);
  });

  test('at or above the maximum is blocked, just below it is not', () => {
    expect(blocked(sized(999, 100, 1000))).toEqual([]);
    expect(blocked(sized(1000, 100, 1000))).toEqual(['high-risk/maximum-size']);
    expect(blocked(sized(1001, 100, 1000))).toEqual(['high-risk/maximum-size']);
  });

  test('is not limited by a value of 0', () => {
    expect(blocked(sized(100_000, 100, 0))).toEqual([]);
    expect(ids(sized(100_000, 0, 0)).filter((id) => id.startsWith('default-size'))).toEqual([]);
  });

  test('is told in the box’s own words, which mean the default size', () => {
    const setting = planOf(sized(101, 100, 0)).settings.find(({ word }) => word === 'hide-collections');
    expect(setting?.label).toMatch(/site's minimum size configuration/);
    expect(planOf(sized(100, 100, 0)).warnings.some(({ text }) => /Default size/.test(text))).toBe(true);
  });

  test('matters in these three ways for any three numbers', () => {
    const number = fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 2000 }));
    fc.assert(
      fc.property(number, number, number, (size, least, most) => {
        expect(blocked(sized(size, least, most)).includes('high-risk/maximum-size')).toBe(most > 0 && size >= most);
        expect(ids(sized(size, least, most)).includes('default-size')).toBe(least > 0 && size > least);
        expect(hides(sized(size, least, most)) !== undefined).toBe(least > 0 && size >= least);
      }),
    );
  });

  test('that is not known, or whose bounds are not known, is a maybe and never a blocker', () => {
    for (const path of [sized('unknown', 100, 1000), sized(5000, 'unknown', 'unknown'), sized(5000, 100, 'unknown')]) {
      expect(planOf(path).blockers).toEqual([]);
      const told = [...planOf(path).checklist, ...planOf(path).warnings].filter(({ fact }) => /-size/.test(fact));
      expect(told.filter(({ holds }) => holds === 'maybe').length, path).toBeGreaterThan(0);
    }
  });
});

describe('servers in the collection', () => {
  test('a site system server is an error or a warning, as the site says', () => {
    const path = (policy: string) => `${custom} collection-has-site-server=yes site-server-policy=${policy}`;
    expect(blocked(path('block'))).toEqual(['high-risk/site-server-blocked']);
    expect(planOf(path('block')).blockers[0]?.fixes).toEqual([{ purpose: 'available' }]);
    expect(blocked(path('warn'))).toEqual([]);
    expect(facts(path('warn')).find(({ fact }) => fact === 'high-risk/site-server')?.level).toBe('high-risk');
    expect(planOf(`${custom} collection-has-site-server=no`).open.map(({ word }) => word)).not.toContain(
      'site-server-policy',
    );
  });

  test('any other server is a high-risk warning', () => {
    expect(ids(`${custom} collection-has-server=yes`)).toContain('server');
    expect(ids(`${custom} collection-has-server=no`)).not.toContain('server');
  });
});

test('nothing of this counts for an Available deployment, or for one without an OS', () => {
  const worst =
    'collection-type=built-in collection-size=5000 default-size=1 maximum-size=2 collection-has-site-server=yes site-server-policy=block collection-has-server=yes';
  for (const path of [
    `scenario=intranet task-sequence-kind=os-image purpose=available ${worst}`,
    `scenario=software-or-script purpose=required ${worst}`,
  ]) {
    expect(planOf(path).blockers).toEqual([]);
    expect(facts(path)).toEqual([]);
    expect(hides(path)).toBeUndefined();
    expect(
      planOf(path.replace(worst, ''))
        .open.map(({ word }) => word)
        .filter((word) => /collection|-size/.test(word)),
    ).toEqual([]);
  }
});
