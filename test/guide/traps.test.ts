import { describe, expect, test } from 'vitest';
import { planOf } from './any-answers.js';

const settingOf = (path: string, word: string) => planOf(path).settings.find((one) => one.word === word);
const valuesOf = (path: string, word: string) => settingOf(path, word)?.values;
const verdictOf = (path: string) => planOf(path).verdict;
const warningOf = (path: string, fact: string) => planOf(path).warnings.find((one) => one.fact === fact);
const itemOf = (path: string, fact: string) => planOf(path).checklist.find((one) => one.fact === fact);
const asks = (path: string, word: string) => planOf(path).open.some((one) => one.word === word);

const media = 'scenario=boot-media-over-cmg';
const cloud = 'scenario=boot-media-cloud-content';
const imaging = 'scenario=software-center-imaging';
const upgrade = 'scenario=in-place-upgrade';

describe('an internet-only management point', () => {
  test('is blocked in 2010 and 2103, and in no other version', () => {
    const verdicts = ['2010', '2103', '2107', '2111', '2603'].map((version) =>
      verdictOf(`site-version=${version} ${media} mp-connections=internet-only`),
    );
    expect(verdicts).toEqual(['blocked', 'blocked', 'open', 'open', 'open']);
  });

  test('matters for boot media over a CMG alone', () => {
    for (const scenario of [cloud, imaging, upgrade]) {
      expect(verdictOf(`site-version=2103 ${scenario} mp-connections=internet-only`)).toBe('open');
      expect(asks(`site-version=2103 ${scenario}`, 'mp-connections')).toBe(false);
    }
    expect(asks(`site-version=2103 ${media}`, 'mp-connections')).toBe(true);
    expect(asks(`site-version=2107 ${media}`, 'mp-connections')).toBe(false);
  });

  test('that is not known is a limit to settle, with where to look', () => {
    const item = itemOf(
      `site-version=2103 ${media} mp-connections=unknown`,
      'boot-media-over-cmg/mp-not-internet-only',
    );
    expect(item?.holds).toBe('maybe');
    expect(item?.text).toMatch(/Management point properties › General/);
  });
});

describe('the two certificates', () => {
  test('of the CMG: a PKI one needs its trusted root in the boot image, with both procedures', () => {
    const plan = planOf(`${media} cmg-certificate=pki media-certificate=self-signed`);
    expect(plan.settings.find(({ word }) => word === 'trusted-root')).toMatchObject({
      values: ['yes'],
      force: 'required',
    });
    expect(plan.procedures.map(({ fact }) => fact)).toEqual(
      expect.arrayContaining(['trusted-root/export', 'trusted-root/import']),
    );
    expect(plan.settings.some(({ word }) => word === 'media-certificate-hash')).toBe(false);
  });

  test('of the media: a PKI one should use SHA256 and the Enhanced RSA and AES provider', () => {
    const path = `${media} cmg-certificate=public media-certificate=pki`;
    expect(settingOf(path, 'media-certificate-hash')).toMatchObject({ values: ['sha256'], force: 'recommended' });
    expect(settingOf(path, 'media-certificate-provider')).toMatchObject({
      values: ['enhanced-rsa-aes'],
      force: 'recommended',
    });
    expect(settingOf(path, 'trusted-root')).toBeUndefined();
    expect(verdictOf(`${path} media-certificate-hash=other`)).toBe('open');
    expect(warningOf(`${path} media-certificate-hash=other`, 'boot-media-over-cmg/media-certificate')?.level).toBe(
      'caution',
    );
  });

  test('the thumbprint in the procedure is told as a sample', () => {
    const [first] = planOf(`${media} cmg-certificate=pki`).procedures.filter(
      ({ fact }) => fact === 'trusted-root/export',
    );
    expect(
      first?.steps
        .filter((step) => step.includes('eb971f84c0c44b9eb22a378fecb45747eb971f84'))
        .every((step) => /sample/.test(step)),
    ).toBe(true);
  });
});

describe('the two scenarios with boot media', () => {
  test('over a CMG: wired, workgroup, site-based media with password and CMG, available to media, when needed', () => {
    expect(verdictOf(`${media} network=wireless`)).toBe('blocked');
    const expected = {
      'network-join': ['workgroup'],
      'media-management': ['site-based'],
      'media-password': ['set'],
      'media-management-point': ['cmg'],
      'make-available-to': ['clients-media-pxe', 'media-pxe', 'media-pxe-hidden'],
      'deployment-option': ['when-needed'],
      'allow-internet': ['on'],
      'allow-cloud-dp': ['on'],
      'enable-cmg': ['on'],
    };
    for (const [word, values] of Object.entries(expected)) expect(valuesOf(media, word), word).toEqual(values);
    expect(verdictOf(`${media} network-join=domain`)).toBe('blocked');
  });

  test('with cloud content: both boundary group options, an intranet connection, PXE too, nothing of the other', () => {
    expect(valuesOf(cloud, 'boundary-group-cmg')).toEqual(['yes']);
    expect(valuesOf(cloud, 'prefer-cloud-sources')).toEqual(['on']);
    expect(valuesOf(cloud, 'start-from')).toEqual(['boot-media', 'pxe']);
    expect(valuesOf(cloud, 'make-available-to')).not.toContain('clients');
    for (const word of ['network-join', 'media-management', 'allow-internet', 'trusted-root', 'enable-cmg'])
      expect(settingOf(cloud, word), word).toBeUndefined();
    expect(verdictOf(`${cloud} intranet-to-mp=no`)).toBe('blocked');
    expect(verdictOf(`${cloud} network=wireless`)).toBe('open');
    expect(warningOf(`${cloud} network=wireless`, 'boot-media-cloud-content/wireless')?.level).toBe('caution');
    expect(warningOf(cloud, 'boot-media-cloud-content/allow-internet')?.level).toBe('note');
  });

  test('neither looks at a schedule', () => {
    for (const scenario of [media, cloud]) expect(warningOf(scenario, 'scheduling/windows-pe')).toBeDefined();
    for (const scenario of [upgrade, imaging]) expect(warningOf(scenario, 'scheduling/windows-pe')).toBeUndefined();
  });

  test('running another program first is blocked over a CMG, and ignored on media and PXE', () => {
    expect(verdictOf(`${media} run-another-program-first=yes`)).toBe('blocked');
    expect(verdictOf(`${cloud} run-another-program-first=yes`)).toBe('open');
    expect(
      warningOf(`${cloud} run-another-program-first=yes`, 'boot-media-cloud-content/program-first-ignored')?.holds,
    ).toBe('yes');
  });
});

describe('an in-place upgrade', () => {
  test('starts from Software Center alone, in every version', () => {
    for (const version of ['1802', '2010', '2603']) {
      expect(valuesOf(`site-version=${version} ${upgrade}`, 'start-from')).toEqual(['software-center']);
      expect(verdictOf(`site-version=${version} ${upgrade} start-from=boot-media`)).toBe('blocked');
    }
  });

  test('that is Required is high-risk, told as inferred, and not blocked for running by itself', () => {
    const path = `${upgrade} purpose=required collection-type=custom`;
    expect(planOf(path).derived['high-risk']).toBe('yes');
    expect(warningOf(path, 'high-risk/upgrade')?.sources.some(({ inferred }) => inferred)).toBe(true);
    const caution = warningOf(path, 'internet/required-runs-by-itself');
    expect(caution).toMatchObject({ level: 'caution', holds: 'yes' });
    expect(caution?.text).toMatch(/Software Center.*Required/);
    expect(verdictOf(path)).not.toBe('blocked');
  });

  test('with a feature update has a Deployment Package page from 2103 on', () => {
    const path = (version: string, feature: string) => `site-version=${version} ${upgrade} feature-update=${feature}`;
    expect(valuesOf(path('2103', 'yes'), 'deployment-package')).toEqual(['select', 'create', 'none']);
    expect(settingOf(path('2103', 'no'), 'deployment-package')).toBeUndefined();
    expect(settingOf(path('2010', 'yes'), 'deployment-package')).toBeUndefined();
    expect(verdictOf(`${path('2010', 'yes')} deployment-package=none`)).toBe('blocked');
    expect(verdictOf(`${path('2103', 'yes')} deployment-package=none`)).toBe('open');
    expect(asks(`site-version=2010 ${upgrade}`, 'feature-update')).toBe(false);
  });
});

describe('CCMHOSTNAME for imaging from Software Center', () => {
  const setFor = (join: string, authentication: string) =>
    valuesOf(`${imaging} device-join=${join} client-authentication=${authentication}`, 'ccmhostname');
  const all = ['token', 'pki', 'entra'];

  test('is required for an Entra joined device or a token, each of them alone', () => {
    for (const authentication of all) expect(setFor('entra', authentication)).toEqual(['set']);
    for (const join of ['entra', 'hybrid', 'domain', 'workgroup']) expect(setFor(join, 'token')).toEqual(['set']);
    expect(setFor('entra', 'unknown')).toEqual(['set']);
    expect(setFor('unknown', 'token')).toEqual(['set']);
  });

  test('is required for nothing else', () => {
    for (const join of ['hybrid', 'domain', 'workgroup'])
      for (const authentication of ['pki', 'entra']) expect(setFor(join, authentication)).toBeUndefined();
  });

  test('is a maybe where one of the two is not known and the other doesn’t decide', () => {
    const holds = (join: string, authentication: string) =>
      planOf(`${imaging} device-join=${join} client-authentication=${authentication}`)
        .checklist.filter(({ fact }) => /ccmhostname-(entra|token)/.test(fact))
        .map(({ fact, holds: how }) => `${fact.split('-').at(-1)} ${how}`);
    expect(holds('unknown', 'pki')).toEqual(['entra maybe']);
    expect(holds('domain', 'unknown')).toEqual(['token maybe']);
    expect(holds('unknown', 'token')).toEqual([]);
    expect(holds('entra', 'unknown')).toEqual([]);
  });

  test('for a hybrid device comes with a caution that the documents don’t name it', () => {
    for (const authentication of ['pki', 'entra'])
      expect(
        warningOf(
          `${imaging} device-join=hybrid client-authentication=${authentication}`,
          'software-center-imaging/ccmhostname-hybrid',
        )?.level,
      ).toBe('caution');
    expect(
      warningOf(
        `${imaging} device-join=hybrid client-authentication=token`,
        'software-center-imaging/ccmhostname-hybrid',
      ),
    ).toBeUndefined();
  });

  test('is asked for in no other scenario', () => {
    for (const scenario of [media, cloud, upgrade])
      expect(settingOf(`${scenario} device-join=entra client-authentication=token`, 'ccmhostname')).toBeUndefined();
  });
});

describe('the options on the wizard’s pages', () => {
  const intranet = 'scenario=intranet task-sequence-kind=os-image purpose=available';

  test('media or PXE hides the download of all content first, and the other way round', () => {
    for (const available of ['clients-media-pxe', 'media-pxe', 'media-pxe-hidden'])
      expect(valuesOf(`${intranet} make-available-to=${available}`, 'deployment-option')).not.toContain('all-first');
    expect(valuesOf(`${intranet} deployment-option=all-first`, 'make-available-to')).toEqual(['clients']);
  });

  test('direct access needs every package on a share, and then the hash isn’t checked', () => {
    expect(valuesOf(`${intranet} package-share=no`, 'deployment-option')).toEqual(['when-needed', 'all-first']);
    const shared = `${intranet} package-share=yes deployment-option=direct`;
    expect(verdictOf(shared)).not.toBe('blocked');
    expect(warningOf(shared, 'deployment-options/direct-unverified')).toMatchObject({ level: 'caution', holds: 'yes' });
    expect(verdictOf(`${intranet} package-share=no deployment-option=direct`)).toBe('blocked');
  });

  test('without a boot image there is nothing but clients to offer it to', () => {
    const path = 'scenario=intranet task-sequence-kind=software-or-script';
    expect(valuesOf(`${path} has-boot-image=no`, 'make-available-to')).toEqual(['clients']);
    expect(valuesOf(`${path} has-boot-image=yes`, 'make-available-to')).toHaveLength(4);
  });

  test('metered is for Required without an OS, and not supported even so', () => {
    expect(valuesOf('purpose=available', 'metered')).toEqual(['off']);
    expect(valuesOf(`${upgrade} purpose=required`, 'metered')).toEqual(['off']);
    expect(verdictOf('scenario=software-or-script purpose=required metered=on')).toBe('open');
    expect(
      warningOf('scenario=software-or-script purpose=required metered=on', 'deployment-settings/metered-unsupported')
        ?.level,
    ).toBe('caution');
  });

  test('a template leaves out three things', () => {
    expect(warningOf('deployment-template=yes', 'deploy-wizard/template-gaps')?.text).toMatch(
      /Software Installation.*Scheduling.*Pre-download/,
    );
    expect(warningOf('deployment-template=no', 'deploy-wizard/template-gaps')).toBeUndefined();
  });

  test('pre-download of an image never goes with download when needed, whichever is given first', () => {
    expect(verdictOf(`${intranet} pre-download=on deployment-option=when-needed`)).toBe('blocked');
    expect(valuesOf(`${intranet} pre-download=on`, 'deployment-option')).not.toContain('when-needed');
    expect(valuesOf(`${intranet} deployment-option=when-needed`, 'pre-download')).toEqual(['off']);
    expect(verdictOf(`${upgrade} pre-download=on deployment-option=when-needed`)).toBe('open');
  });
});
