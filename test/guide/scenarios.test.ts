import { describe, expect, test } from 'vitest';
import { preview } from '../../src/knowledge/vocabulary.js';
import { knowledge, planOf } from './any-answers.js';

const releases = knowledge.version.values.filter((value) => !preview(value)).map(({ id }) => id);
const scenarios = (knowledge.wordById.get('scenario')?.values ?? []).map(({ id }) => id);
const settingOf = (path: string, word: string) => planOf(path).settings.find((one) => one.word === word)?.values;
const facts = (path: string) => {
  const { blockers, checklist, warnings, procedures } = planOf(path);
  return [...blockers, ...checklist, ...warnings, ...procedures].map(({ fact }) => fact);
};

describe('each scenario has a first version', () => {
  const first: Readonly<Record<string, string>> = {
    'in-place-upgrade': '1802',
    'software-center-imaging': '2006',
    'boot-media-over-cmg': '2010',
    'boot-media-cloud-content': '2010',
    'software-or-script': '1802',
    intranet: '1802',
  };
  test.each(scenarios)('%s', (scenario) => {
    for (const release of releases) {
      const { verdict, blockers } = planOf(`site-version=${release} scenario=${scenario}`);
      expect(verdict === 'blocked', release).toBe(release < (first[scenario] ?? ''));
      if (verdict === 'blocked') {
        expect(blockers[0]?.text).toContain(first[scenario]);
        expect(blockers[0]?.fixes).toContainEqual({ 'site-version': first[scenario] });
      }
    }
  });

  test('and 2006 with boot media and cloud content is blocked while the difference is told', () => {
    const { verdict, warnings } = planOf('site-version=2006 scenario=boot-media-cloud-content');
    expect(verdict).toBe('blocked');
    expect(warnings.find(({ fact }) => fact === 'boot-media-cloud-content/version-2006')?.level).toBe('note');
    expect(facts('site-version=2010 scenario=boot-media-cloud-content')).not.toContain(
      'boot-media-cloud-content/version-2006',
    );
  });
});

test('content is downloaded before the start up to 1906, and as one likes from 1910 on', () => {
  for (const scenario of ['in-place-upgrade', 'software-or-script'])
    for (const release of releases) {
      const { settings, blockers } = planOf(
        `site-version=${release} scenario=${scenario} deployment-option=when-needed`,
      );
      expect(blockers.length > 0, `${scenario} ${release}`).toBe(release < '1910');
      expect(settings.find(({ word }) => word === 'deployment-option')?.values).toEqual(['when-needed']);
    }
  expect(settingOf('site-version=1906 scenario=in-place-upgrade', 'deployment-option')).toEqual(['all-first']);
  expect(settingOf('site-version=1910 scenario=in-place-upgrade', 'deployment-option')).toEqual([
    'when-needed',
    'all-first',
  ]);
});

test('software and scripts start from Software Center alone up to 2002', () => {
  for (const release of ['1802', '1910', '2002']) {
    expect(settingOf(`site-version=${release} scenario=software-or-script`, 'start-from')).toEqual(['software-center']);
    expect(planOf(`site-version=${release} scenario=software-or-script start-from=boot-media`).verdict).toBe('blocked');
  }
});

describe('what no CMG does is blocked', () => {
  const through = scenarios.filter((id) => id !== 'intranet' && id !== 'boot-media-cloud-content');
  test.each([
    ['direct access', 'deployment-option=direct', [...through, 'boot-media-cloud-content']],
    ['wake-up packets', 'purpose=required wake-up=on', through],
    ['running another program first', 'run-another-program-first=yes', through],
    ['no permission to run on the internet', 'allow-internet=off', through],
    ['PXE', 'start-from=pxe', through],
    ['multicast', 'multicast=yes', ['software-center-imaging', 'boot-media-over-cmg']],
  ] as const)('%s', (_, given, blocked) => {
    for (const scenario of scenarios)
      expect(planOf(`site-version=2603 scenario=${scenario} ${given}`).verdict === 'blocked', scenario).toBe(
        [...blocked].some((id) => id === scenario),
      );
  });
});

describe('a technical preview', () => {
  test.each(['tp1909', 'tp2009'])('%s is no plan for production, in any scenario', (version) => {
    for (const scenario of [...scenarios, 'unknown']) {
      const { verdict, blockers } = planOf(`site-version=${version} scenario=${scenario}`);
      expect(verdict, scenario).toBe('blocked');
      expect(blockers[0]?.text).toMatch(/preview/i);
    }
  });

  test('shows its own facts and none of the current branch', () => {
    const all = ['tp1909', 'tp2009'].flatMap((version) =>
      scenarios.flatMap((scenario) => facts(`site-version=${version} scenario=${scenario}`)),
    );
    expect(all.length).toBeGreaterThan(10);
    for (const fact of all) expect(fact).toMatch(/^preview-tp(1909|2009)\//);
  });

  test('of boot media says Internet-based media, where the current branch says Site-based media', () => {
    expect(settingOf('site-version=tp2009 scenario=boot-media-over-cmg', 'media-management')).toEqual([
      'internet-based',
    ]);
    expect(settingOf('site-version=2010 scenario=boot-media-over-cmg', 'media-management')).toEqual(['site-based']);
    expect(planOf('site-version=2010 scenario=boot-media-over-cmg media-management=internet-based').verdict).toBe(
      'blocked',
    );
  });

  test('of download on demand has that one way to download', () => {
    expect(settingOf('site-version=tp1909 scenario=in-place-upgrade', 'deployment-option')).toEqual(['when-needed']);
  });
});

test('an unstated version counts as the current branch', () => {
  for (const version of ['', 'site-version=unknown ']) {
    expect(settingOf(`${version}scenario=boot-media-over-cmg`, 'media-management')).toEqual(['site-based']);
    expect(facts(`${version}scenario=boot-media-over-cmg`).filter((fact) => fact.startsWith('preview'))).toEqual([]);
  }
});
