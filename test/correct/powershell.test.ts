import { describe, expect, test } from 'vitest';
import { deploy } from '../config/script-reader.js';
import { fixed } from './correcting.js';

const upgrade = { scenario: 'in-place-upgrade', 'site-version': '2303', purpose: 'available' };
const script = async (text: string, set: Readonly<Record<string, string>> = {}) => (await fixed(text, set)).text;
/** The lines of a corrected script that aren't remarks. */
const code = async (text: string, set: Readonly<Record<string, string>> = {}) =>
  (await script(text, set))
    .split('\n')
    .filter((line) => !line.trim().startsWith('#'))
    .join('\n');

describe('a script', () => {
  test('with nothing wrong stays as it is', async () => {
    const text = `# mine\r\n${deploy('-DeployPurpose Available   -InternetOption $true')} # ok\r\n`;
    expect(await script(text)).toBe(text);
  });

  test('is edited where a value is wrong, and says above the statement what it was and why', async () => {
    const text =
      'if ($x) {\n    Get-CMTaskSequence -Name "a" |\n        New-CMTaskSequenceDeployment -CollectionName b -DeployPurpose Available `\n            -InternetOption $false -Comment "c"\n}\n';
    expect(await script(text, upgrade)).toBe(
      text
        .replace('$false', '$true')
        .replace(
          '    Get-',
          '    # was off: Allow the task sequence to run for clients on the internet. (internet/allow-internet)\n    Get-',
        ),
    );
  });

  test('has the keys of its hashtables mended where they stand', async () => {
    const text =
      "$d = @{\n  DeployPurpose = 'Available' # who\n  InternetOption = $false # why\n  PreDownload = $true\n}\n$d.UseMeteredNetwork = $true\nNew-CMTaskSequenceDeployment @d -TaskSequencePackageId DEM00007 -CollectionName 'x'\n";
    expect(await code(text, upgrade)).toBe(
      text
        .replace('$false', '$true')
        .replace('  PreDownload = $true\n', '')
        .replace('Network = $true', 'Network = $false'),
    );
  });

  test('has invented names put right or taken out, and a switch without its hyphen', async () => {
    expect(await code(`${deploy('-Purpose Available -AlowFallback $true -Colour Blue')}\n`)).toBe(
      `${deploy('-DeployPurpose Available -AllowFallback $true')}\n`,
    );
    const text = "New-CMTaskSequenceDeploymnt -TaskSequenceName 'Up' -CollectionName 'x' -DeployPurpose Available\n";
    expect(await code(text)).toBe(
      "New-CMTaskSequenceDeployment -InputObject (Get-CMTaskSequence -Name 'Up') -CollectionName 'x' -DeployPurpose Available\n",
    );
  });

  test('calls the cmdlet that took the place of a deprecated one, day and time in one parameter', async () => {
    const text =
      "Start-CMTaskSequenceDeployment -TaskSequencePackageId DEM00007 -CollectionName 'x' -DeployPurpose Available -DeploymentAvailableDay '2028-01-01' `\n  -DeploymentAvailableTime '10:00'\n";
    expect(await code(text)).toBe(
      "New-CMTaskSequenceDeployment -TaskSequencePackageId DEM00007 -CollectionName 'x' -DeployPurpose Available -AvailableDateTime (Get-Date '2028-01-01T10:00')\n",
    );
  });

  test('has the expiry that was taken for the deadline as its schedule; named as expiry it stays one', async () => {
    expect(
      await code(`${deploy("-DeployPurpose Required -Availability Clients -DeadlineDateTime '2028-01-01 10:00'")}\n`),
    ).toContain("-Schedule (New-CMSchedule -Nonrecurring -Start '2028-01-01 10:00')");
    expect(
      await code(
        `${deploy("-DeployPurpose Required -Availability Clients -DeploymentExpireDateTime '2028-01-01 10:00'")}\n`,
      ),
    ).toContain("-DeploymentExpireDateTime '2028-01-01 10:00' -ScheduleEvent 'AsSoonAsPossible'");
  });

  test('says what it leaves to a person, and why', async () => {
    const { text, left } = await fixed(
      `$i = Read-Host\n${deploy("-DeployPurpose Available -DeadlineTime '2028-01-01' -InternetOption:$i")}\n`,
      upgrade,
    );
    expect(text).toMatch(
      /# not fixed: expires: .*no parameter -DeadlineTime\. Did you mean -DeadlineDateTime\?.*\n.* -DeadlineTime '2028-01-01' -InternetOption:\$i\n$/,
    );
    expect(left.map(({ fact }) => fact)).toContain('input/unknown-parameter');
  });

  test('that shares a hashtable between calls that need it differently is left, and says so', async () => {
    const text =
      "$d = @{ Availability = 'MediaAndPxe' }\nNew-CMTaskSequenceDeployment @d -TaskSequencePackageId DEM00007 -CollectionName a -DeployPurpose Required -ScheduleEvent LogOn\nNew-CMTaskSequenceDeployment @d -TaskSequencePackageId DEM00007 -CollectionName b -DeployPurpose Available\n";
    const { text: out, report } = await fixed(text);
    expect(report.summary.errors).toBe(0);
    expect(out).toContain("$d = @{ Availability = 'MediaAndPxe' }");
  });
});

describe('a call that may be of high risk', () => {
  test('only tells what it would do, and names the risks', async () => {
    const text = await script(`${deploy('-DeployPurpose Required -ScheduleEvent LogOn -Confirm:$false')}\n`, {
      'task-sequence-kind': 'os-image',
      scenario: 'intranet',
    });
    expect(text).toMatch(/# -WhatIf: .*\n# {1,3}- This is a high-risk deployment\. \(high-risk\/general\)\n/);
    expect(text).toMatch(/\nNew-CMTaskSequenceDeployment -WhatIf -TaskSequencePackageId/);
  });

  test('is held back where it says that it is not, or breaks off', async () => {
    expect(await code(`${deploy('-DeployPurpose Required -ScheduleEvent LogOn -WhatIf:$false')}\n`)).toContain(
      '-WhatIf:$true',
    );
    expect(
      await code(
        "New-CMTaskSequenceDeployment -TaskSequencePackageId DEM00007\n  -DeployPurpose Required -CollectionName 'x'\n",
      ),
    ).toMatch(/^New-CMTaskSequenceDeployment -WhatIf -TaskSequencePackageId DEM00007\n/);
  });

  test('is not held back where that is ruled out', async () => {
    const certain = { scenario: 'software-or-script', 'task-sequence-kind': 'software-or-script' };
    expect(await code(`${deploy('-DeployPurpose Required -ScheduleEvent LogOn')}\n`, certain)).not.toContain('WhatIf');
  });
});

describe('a paste', () => {
  test('from a message is its blocks, with all else as comments that still count', async () => {
    const text = `scenario: in-place-upgrade\n\`\`\`powershell\n${deploy('-DeployPurpose Available -InternetOption $false')}\n\`\`\`\nRemove-Item x; ok?\n`;
    const out = await script(text);
    expect(out).toMatch(
      /^# scenario: in-place-upgrade\n# was off: .*\nNew-CM.* -InternetOption \$true\n# Remove-Item x; ok\?\n$/,
    );
  });

  test('from a console or a page is a script', async () => {
    const out = await code(`PS ABC:\\> ${deploy('-DeployPurpose Available -Comment ‘a – b’')}\n`);
    expect(out.trim()).toBe(deploy("-DeployPurpose Available -Comment 'a – b'"));
    expect(
      await code(
        'New-CMTaskSequenceDeployment -TaskSequencePackageId DEM00007 -CollectionName &quot;x&quot; -DeployPurpose Available',
      ),
    ).toContain('-CollectionName "x"');
  });

  test('never turns text into code', async () => {
    const out = await code(
      `${deploy('-DeployPurpose Available -Colour \'x\u2028Remove-Item y\' -Purpos "`nRemove-Item z"')}\n`,
    );
    expect(out).not.toMatch(/^\s*Remove-Item/m);
  });
});
