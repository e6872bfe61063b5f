import { describe, expect, test } from 'vitest';
import { callIn, deploy } from './script-reader.js';

describe('a call that PowerShell refuses', () => {
  test.each([
    ['-Purpose Available', 'input/unknown-parameter', 'purpose', ['DeployPurpose'], { purpose: 'available' }],
    [
      '-DeploymentOptions RunFromDistributionPoint',
      'input/unknown-parameter',
      'deployment-option',
      ['DeploymentOption'],
      { 'deployment-option': 'direct' },
    ],
    [
      '-AllowInternet $true',
      'input/unknown-parameter',
      'allow-internet',
      ['InternetOption'],
      { 'allow-internet': 'on' },
    ],
    [
      "-DeploymentAvailableDateTime '2028-01-01'",
      'input/unknown-parameter',
      'available-from',
      ['AvailableDateTime'],
      { 'available-from': '2028-01-01T00:00' },
    ],
    ['-PreDownload $true', 'input/unknown-parameter', 'pre-download', [], null],
    ['-Foo bar', 'input/unknown-parameter', null, [], null],
    [
      '-DeploymentOption DownloadWhenNeeded',
      'input/unknown-value',
      'deployment-option',
      ['when-needed', 'all-first', 'direct'],
      { 'deployment-option': 'when-needed' },
    ],
    [
      '-Availability Media',
      'input/unknown-value',
      'make-available-to',
      expect.arrayContaining(['media-pxe']),
      { 'make-available-to': 'media-pxe' },
    ],
    ['-Avail Clients', 'input/ambiguous-parameter', null, ['Availability', 'AvailableDateTime'], null],
    ['-DeployPurpose', 'input/missing-value', 'purpose', [], null],
    ['-DeployPurpose $null', 'input/unknown-value', 'purpose', ['available', 'required'], null],
    ['-CollectionId X', 'input/exclusive-parameters', 'collection', ['CollectionName'], null],
    [
      '-DisableWildcardHandling -ForceWildcardHandling',
      'input/exclusive-parameters',
      null,
      ['DisableWildcardHandling'],
      null,
    ],
    ['AllowFallback $true', 'input/unknown-parameter', 'default-boundary-group', ['AllowFallback'], null],
  ])('for %s is told, with what is right', async (more, rule, word, expected, fix) => {
    const { faults } = await callIn(deploy(more));
    expect(faults).toMatchObject([{ rule, level: 'error', word, expected, fix }]);
    expect(faults[0]?.message).toMatch(/^[A-Z"-].*[.?]$/);
  });

  test('for a parameter passed twice is told, and the first is judged', async () => {
    const twice = deploy('-DeployPurpose Available -DeployPurpose Required');
    const splat = `$d = @{ DeployPurpose = 'Available'; deploypurpose = 'Required' }\n${deploy('@d')}`;
    for (const script of [twice, splat]) {
      const { words, faults } = await callIn(script);
      expect(words).toMatchObject({ purpose: 'available' });
      expect(faults).toMatchObject([{ rule: 'input/twice', level: 'error', word: 'purpose' }]);
    }
  });

  test('for a misspelt cmdlet is told and read as the right one', async () => {
    for (const name of ['New-CMTaskSequenceDeploymnet', 'New-TaskSequenceDeployment']) {
      const { words, faults } = await callIn(`${name} -TaskSequenceId X -CollectionName Y -DeployPurpose Available`);
      expect(words).toMatchObject({ purpose: 'available' });
      expect(faults).toMatchObject([{ rule: 'input/unknown-cmdlet', expected: ['New-CMTaskSequenceDeployment'] }]);
    }
  });
});

test('Set- can’t change the purpose, and has lost its days and times', async () => {
  const set = 'Set-CMTaskSequenceDeployment -TaskSequenceName x -CollectionName y';
  const { faults, words } = await callIn(
    `${set} -DeployPurpose Required -DeploymentExpireDay 2028-01-01 -Availability Clients`,
  );
  expect(words).toEqual({ 'task-sequence': 'x', collection: 'y' });
  expect(faults).toMatchObject([
    { rule: 'input/unknown-parameter', message: expect.stringContaining("can't change the purpose") },
    { rule: 'input/removed-parameter', word: 'expires', expected: ['DeploymentExpireDateTime'] },
    { rule: 'input/unknown-parameter', word: 'make-available-to', expected: ['MakeAvailableTo'] },
  ]);
});

test('New- has no name of a task sequence to pass, and says how to pass one', async () => {
  const { faults } = await callIn('New-CMTaskSequenceDeployment -TaskSequenceName Win -CollectionName x');
  expect(faults[0]).toMatchObject({
    expected: ['InputObject'],
    message: expect.stringContaining('Get-CMTaskSequence'),
  });
});

test('a call with no task sequence or collection is noted: a piece of a script may be posted', async () => {
  const { faults } = await callIn('New-CMTaskSequenceDeployment -DeployPurpose Available');
  expect(faults).toMatchObject([
    { rule: 'input/missing-parameter', level: 'note' },
    { rule: 'input/missing-parameter', level: 'note' },
  ]);
});

test('CCMHOSTNAME is set, missing, or written as it can’t be', async () => {
  const step = (property: string) =>
    callIn(`Set-CMTSStepSetupWindowsAndConfigMgr -StepName x -InstallationProperty '${property}'`);
  expect((await step('ccmhostname=A.B/CCM_Proxy_MutualAuth/7')).words).toEqual({ ccmhostname: 'set' });
  expect((await step('SMSMP=x FSP=y')).words).toEqual({ ccmhostname: 'missing' });
  expect((await step('CCMHOSTNAME=https://A.B/CCM_Proxy_MutualAuth/7')).faults).toMatchObject([
    { rule: 'input/unknown-value', word: 'ccmhostname' },
  ]);
});

test('a server that a boundary group gets is the CMG only where its name shows it', async () => {
  const add = (server: string) =>
    callIn(`${deploy('')}\nSet-CMBoundaryGroup -Name x -AddSiteSystemServerName ${server}`);
  expect((await add("'dp01.contoso.com'")).words).not.toHaveProperty('boundary-group-cmg');
  expect((await add("'x', 'contoso.cloudapp.net'")).words).toMatchObject({ 'boundary-group-cmg': 'yes' });
});
