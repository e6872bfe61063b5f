import { describe, expect, test } from 'vitest';
import { readPowershell } from '../../src/config/powershell.js';
import { callIn, callsIn, deploy, knowledge } from './script-reader.js';

describe('a call', () => {
  test('gives the words of its parameters, each with its place', async () => {
    const { input, subjects, unread } = await readPowershell(knowledge, `\n${deploy('`\n  -DeployPurpose Available')}`);
    expect(input).toBe('powershell');
    expect(unread).toEqual([]);
    expect(subjects[0]?.stated).toEqual([
      { word: 'task-sequence', value: 'DEM00007', text: 'DEM00007', line: 2, column: 30 },
      { word: 'collection', value: 'Demo', text: 'Demo', line: 2, column: 62 },
      { word: 'purpose', value: 'available', text: 'Available', line: 3, column: 3 },
    ]);
  });

  test.each([
    ['-DEPLOYPURPOSE available', { purpose: 'available' }],
    ['-DeployP avail', { purpose: 'available' }],
    ['-MakeAvailableTo Clients', { 'make-available-to': 'clients' }],
    ['-DeploymentOption DownloadAll', { 'deployment-option': 'all-first' }],
    ['-AllowUsersRunIndependently:$true', { 'independent-run': 'on' }],
    ['-InternetOption: $false', { 'allow-internet': 'off' }],
    ['-RerunBehavior ([X.RerunBehaviorType]::AlwaysRerunProgram)', { rerun: 'always' }],
    ['-WhatIf -Confirm:$false -ErrorAction Stop -wa 0 -Verbose -DistributeContent -DistributionPointName x', {}],
    ['-PercentSuccess 90 -PercentFailure 5', { alerts: 'PercentSuccess 90, PercentFailure 5' }],
  ])('reads %s', async (more, words) => {
    const { words: read, kinds, unread } = await callIn(deploy(more));
    expect(read).toEqual({ 'task-sequence': 'DEM00007', collection: 'Demo', ...words });
    expect([kinds, unread]).toEqual([[], []]);
  });

  test.each([
    "Get-CMTaskSequence -Name 'Win 11' | New-CMTaskSequenceDeployment -CollectionId SMS00001 | Out-Null",
    "$ts = Get-CMTaskSequence -Fast -Name 'Win 11'\n$r = New-CMTaskSequenceDeployment $ts -CollectionId SMS00001",
    "$ts = Get-CMTaskSequence -Name 'Win 11' | Select-Object -First 1\nNew-CMTaskSequenceDeployment -TaskSequence $ts -Collection (Get-CMCollection -Id SMS00001)",
    "$n = 'Win 11'\nNew-CMTaskSequenceDeployment -PackageId (Get-CMTaskSequence -Name $n).PackageID -CollectionId SMS00001",
  ])('knows its task sequence and collection by what they were looked up by: %s', async (script) => {
    expect((await callIn(script)).words).toMatchObject({ 'task-sequence': 'Win 11', collection: 'SMS00001' });
  });

  test('of Set- changes a deployment by names of its own', async () => {
    const { words, kinds } = await callIn(
      "Set-CMTaskSequenceDeployment -TaskSequenceName W -CollectionName C -MakeAvailableTo MediaAndPxe -DeploymentAvailableDateTime '2028-01-01' -DeploymentExpireDateTime 2028-02-01T10:00 -AddScheduleEvent LogOff",
    );
    expect(kinds).toEqual([]);
    expect(words).toEqual({
      'task-sequence': 'W',
      collection: 'C',
      'make-available-to': 'media-pxe',
      'available-from': '2028-01-01T00:00',
      expires: '2028-02-01T10:00',
      assignment: 'log-off',
    });
  });

  test('of Start- is deprecated, and has days and times apart', async () => {
    const { words, faults } = await callIn(
      "Start-CMTaskSequenceDeployment ABC00012 -CollectionName C -DeploymentExpireDay '2028-01-02' -DeploymentExpireTime '10:30 pm'",
    );
    expect(words).toEqual({ 'task-sequence': 'ABC00012', collection: 'C', expires: '2028-01-02T22:30' });
    expect(faults).toMatchObject([
      { rule: 'input/deprecated-cmdlet', level: 'warning', expected: ['New-CMTaskSequenceDeployment'] },
    ]);
  });
});

describe('a splat', () => {
  const tail = '\nNew-CMTaskSequenceDeployment @d';

  test.each([
    "$d = @{ DeployPurpose = 'Available'; InternetOption = $true }",
    "$d = [ordered]@{\n DeployPurpose = 'Available' # or Required\n #DeployPurpose = 'Required'\n InternetOption = 1\n}",
    "$d = @{}\n$d.DeployPurpose = 'Available'\n$d['InternetOption'] = $true",
    "$d = @{}\n$d.Add('DeployPurpose', 'Available')\n$d += @{ InternetOption = $true }",
    "$d = @{ DeployPurpose = 'Required'; InternetOption = $true; Comment = 'x' }\n$d.DeployPurpose = 'Available'\n$d.Remove('Comment')",
    '$script:d = [hashtable]@{ \'DeployPurpose\' = "Available" } + @{ "InternetOption" = !$false }',
  ])('gives the words of its keys: %s', async (script) => {
    expect((await callIn(script + tail)).words).toEqual({ purpose: 'available', 'allow-internet': 'on' });
  });

  test('may stand beside others and beside parameters', async () => {
    const { words } = await callIn(
      `$d = @{ DeployPurpose = 'Required' }\n$e = @{ Comment = 'x' }${tail} @e -ScheduleEvent LogOn`,
    );
    expect(words).toEqual({ purpose: 'required', comment: 'x', assignment: 'log-on' });
  });

  test('that nobody knows leaves words unstated, and says so', async () => {
    const { words, unread, kinds } = await callIn(
      'New-CMTaskSequenceDeployment @PSBoundParameters -DeployPurpose Required',
    );
    expect(words).toEqual({ purpose: 'required' });
    expect(unread).toEqual([expect.stringContaining('1: @PSBoundParameters')]);
    expect(kinds).toEqual([]);
  });

  test('in a loop over hashtables is a deployment for each of them', async () => {
    const tables = "$all = @{ CollectionName = 'A' }, @{ CollectionName = 'B' }\n";
    for (const loop of [
      '$all | ForEach-Object { New-CMTaskSequenceDeployment @_ }',
      'foreach ($one in $all) { New-CMTaskSequenceDeployment @one }',
    ])
      expect((await callsIn(tables + loop)).map(({ words }) => words.collection)).toEqual(['A', 'B']);
  });

  test('without a call is read as one', async () => {
    expect((await callIn("$d = @{\n DeployPurpose = 'Required'\n Availability = 'Clients'\n}")).words).toEqual({
      purpose: 'required',
      'make-available-to': 'clients',
    });
  });
});

describe('several calls', () => {
  test('are subjects of their own, in the order of the text', async () => {
    const calls = await callsIn(
      `function F { ${deploy('-DeployPurpose Required -ScheduleEvent LogOn')} }\nif ($x) { ${deploy('-DeployPurpose Available')} } else { Set-CMTaskSequenceDeployment -TaskSequenceName x -InternetOption 0 }`,
    );
    expect(calls.map(({ words }) => words.purpose)).toEqual(['required', 'available', undefined]);
  });

  test('share what other cmdlets set', async () => {
    const others = [
      "Set-CMClientSettingCloudService -Name 'X' -AllowCloudDistributionPoint $true -AllowCloudManagementGateway $true",
      "Set-CMBoundaryGroup -Name 'B' -PreferCloudDPOverDP $true -AddSiteSystemServerName 'CMG.CONTOSO.COM'",
      "Set-CMManagementPoint -SiteSystemServerName 's' -ClientConnectionType InternetAndIntranet",
      "Set-CMTSStepApplyNetworkSetting -TaskSequenceName 'T' -StepName 'S' -WorkgroupName 'W'",
      "Set-CMTSStepSetupWindowsAndConfigMgr -TaskSequenceName 'T' -InstallationProperty 'SMSMP=x CCMHOSTNAME=A.B/CCM_Proxy_MutualAuth/7'",
      "Set-CMTaskSequence -TaskSequenceName 'T' -RunAnotherProgram $false -UseBootImage $true",
      "Set-CMCloudManagementGateway -Name 'C' -EnableCloudDPFunction $true",
    ];
    const shared = {
      'allow-cloud-dp': 'on',
      'enable-cmg': 'on',
      'prefer-cloud-sources': 'on',
      'boundary-group-cmg': 'yes',
      'mp-connections': 'intranet-and-internet',
      'network-join': 'workgroup',
      ccmhostname: 'set',
      'run-another-program-first': 'no',
      'has-boot-image': 'yes',
      'cmg-content': 'on',
    };
    for (const { words, kinds } of await callsIn([...others, deploy(''), deploy('')].join('\n'))) {
      expect(words).toMatchObject(shared);
      expect(kinds).toEqual([]);
    }
    expect((await callIn(others.join('\n'))).words).toEqual(shared);
  });

  test('that set one thing differently leave it unstated', async () => {
    const set = (value: string) => `Set-CMBoundaryGroup -Name X -PreferCloudDPOverDP ${value}\n`;
    const { words, unread } = await callIn(set('$true') + set('$false') + deploy(''));
    expect(words).not.toHaveProperty('prefer-cloud-sources');
    expect(unread.map((row) => row.slice(0, 2))).toEqual(['1:', '2:']);
  });
});
