import { describe, expect, test } from 'vitest';
import { readPowershell } from '../../src/config/powershell.js';
import { validate } from '../../src/guide/validate.js';
import { callIn, deploy, knowledge } from './script-reader.js';

describe('a date', () => {
  test.each([
    ["'2028-02-03 10:00'", '2028-02-03T10:00'],
    ['2028-02-03', '2028-02-03T00:00'],
    ["(Get-Date '2028/2/3 3:05 PM')", '2028-02-03T15:05'],
    ["(Get-Date -Date '2028-02-03' -Hour 10 -Minute 0)", '2028-02-03T10:00'],
    ['(Get-Date -Year 2028 -Month 2 -Day 3 -Hour 4 -Minute 5)', '2028-02-03T04:05'],
    ["([datetime]'2028-02-03T10:00:30')", '2028-02-03T10:00'],
    ["([datetime]'3/2/2028')", '2028-03-02T00:00'],
    ["'12/25/2028 17:00'", '2028-12-25T17:00'],
    ["'25.12.2028'", '2028-12-25T00:00'],
    ["'February 3, 2028 10:00 AM'", '2028-02-03T10:00'],
    ["([datetime]::ParseExact('20280203-1000', 'yyyyMMdd-HHmm', $null))", '2028-02-03T10:00'],
    ['([datetime]::new(2028, 2, 3))', '2028-02-03T00:00'],
    ['(New-Object DateTime 2028, 2, 3, 10, 0, 0)', '2028-02-03T10:00'],
    ["(Get-Date '2028-02-28 23:00').AddHours(2)", '2028-02-29T01:00'],
    ["(Get-Date '2028-01-31').AddMonths(1)", '2028-02-29T00:00'],
  ])('written as %s is known', async (code, at) => {
    expect((await callIn(deploy(`-DeadlineDateTime ${code}`))).words).toMatchObject({ expires: at });
  });

  test.each([
    '(Get-Date)',
    '(Get-Date).AddDays(1)',
    "'3/2/2028'",
    "'2028-02-03T10:00Z'",
    '$when',
    "'10:00'",
    "(Get-Date '3/2/2028')",
  ])('written as %s is left unread, with the reason', async (code) => {
    const { words, unread, kinds } = await callIn(deploy(`-DeadlineDateTime ${code}`));
    expect(words).not.toHaveProperty('expires');
    expect(unread).toEqual([expect.stringMatching(/^1: -DeadlineDateTime .* \(.+\)$/)]);
    expect(kinds).toEqual([]);
  });

  test.each(["'tomorrow'", "'2028-02-30'", "'2028-13-01'", "'2028-02-03 25:00'"])(
    'written as %s is none',
    async (code) => {
      expect((await callIn(deploy(`-AvailableDateTime ${code}`))).faults).toMatchObject([
        { rule: 'input/unknown-value', level: 'error', word: 'available-from' },
      ]);
    },
  );
});

describe('a schedule', () => {
  test.each([
    ["-Schedule (New-CMSchedule -Nonrecurring -Start '2028-01-01 22:00')", '2028-01-01T22:00'],
    ["-Schedule (New-CMSchedule -Start '2028-01-01') -ScheduleEvent LogOn", '2028-01-01T00:00,log-on'],
    ['-Schedule (New-CMSchedule -DayOfWeek Monday)', 'recurring'],
    [
      "-Schedule @(New-CMSchedule -Start '2028-01-01'; New-CMSchedule -RecurInterval Days -RecurCount 7)",
      '2028-01-01T00:00,recurring',
    ],
    ['-ScheduleEvent LogOn, LogOff -InternetOption 1', 'log-on,log-off'],
    ["-ScheduleEvent 'LogOn', LogOff", 'log-on,log-off'],
    ['-ScheduleEvent LogOn,`\n LogOff', 'log-on,log-off'],
    ['-ScheduleEvent AsSoonAsPossible,LogOn', 'as-soon-as-possible,log-on'],
    ["-ScheduleEvent @('LogOff')", 'log-off'],
  ])('written as %s is known', async (code, assignment) => {
    const { words, kinds } = await callIn(deploy(`-DeployPurpose Required ${code}`));
    expect(words).toMatchObject({ assignment });
    expect(kinds).toEqual([]);
  });

  test.each(['-Schedule $s', '-Schedule (New-CMSchedule -Start (Get-Date))', '-Schedule $s -ScheduleEvent LogOn'])(
    'that is not known, as in %s, leaves the assignment unstated',
    async (code) => {
      const { words, unread } = await callIn(deploy(`-DeployPurpose Required ${code}`));
      expect(words).not.toHaveProperty('assignment');
      expect(unread).toHaveLength(1);
    },
  );

  test('in UTC is read, and told', async () => {
    const { words, unread } = await callIn(deploy("-Schedule (New-CMSchedule -IsUtc -Start '2028-01-01')"));
    expect(words).toMatchObject({ assignment: '2028-01-01T00:00' });
    expect(unread).toEqual([expect.stringContaining('UTC')]);
  });

  test('that a Required call leaves out is none; one that may come from elsewhere is unstated', async () => {
    expect((await callIn(deploy('-DeployPurpose Required'))).words).toMatchObject({ assignment: 'none' });
    expect((await callIn(deploy('-DeployPurpose Available'))).words).not.toHaveProperty('assignment');
    expect((await callIn(deploy('-DeployPurpose Required @more'))).words).not.toHaveProperty('assignment');
    const set = 'Set-CMTaskSequenceDeployment -TaskSequenceName x -CollectionName y -InternetOption $true';
    expect((await callIn(set)).words).not.toHaveProperty('assignment');
  });

  test('is not what DeadlineDateTime says: a Required call with an expiry alone is told so', async () => {
    const facts = async (more: string) => {
      const reading = await readPowershell(
        knowledge,
        deploy(`-DeployPurpose Required -DeadlineDateTime 2028-01-01 ${more}`),
      );
      return validate(knowledge, '', reading, new Map(), '2026-11-20').findings.map(({ fact }) => fact);
    };
    expect(await facts('')).toContain('scheduling/deadline-parameter');
    expect(await facts('-ScheduleEvent LogOn')).not.toContain('scheduling/deadline-parameter');
  });

  test('that was meant, under a name that does not exist, is not left out', async () => {
    expect((await callIn(deploy("-DeployPurpose Required -AssignmentSchedule '2028-01-01'"))).words).not.toHaveProperty(
      'assignment',
    );
    expect((await callIn(deploy('-DeployPurpose Required -Foobar 1'))).words).toMatchObject({ assignment: 'none' });
  });

  test('that is taken away altogether is none', async () => {
    const set = 'Set-CMTaskSequenceDeployment -TaskSequenceName x -CollectionName y';
    expect((await callIn(`${set} -ClearSchedule -ClearScheduleEvent`)).words).toMatchObject({ assignment: 'none' });
    expect((await callIn(`${set} -ClearSchedule`)).unread).toHaveLength(1);
  });
});

describe('a Boolean', () => {
  test.each(['$true', '1', '$TRUE', '([bool]1)', '(-not $false)', '(!$false)'])('written as %s is on', async (code) => {
    const { words, kinds } = await callIn(deploy(`-InternetOption ${code}`));
    expect(words).toMatchObject({ 'allow-internet': 'on' });
    expect(kinds).toEqual([]);
  });

  test.each(["'True'", 'true', '"$true"'])(
    'written as the text %s is refused by PowerShell, and read as it is meant',
    async (code) => {
      const { words, faults } = await callIn(deploy(`-InternetOption ${code}`));
      expect(faults).toMatchObject([
        { rule: 'input/unknown-value', level: 'error', word: 'allow-internet', fix: { 'allow-internet': 'on' } },
      ]);
      expect(words).toMatchObject({ 'allow-internet': 'on' });
    },
  );
});

describe('a variable', () => {
  const call = `\n${deploy('-DeployPurpose $p')}`;

  test.each([
    "$p = 'Required'",
    '[string]$p = "Required"',
    '$a = \'Req\'\n$p = "$($a)uired"',
    "$p = 'Available'\n$p = 'Required'",
    "if ($x) { $p = 'Required' } else { $p = 'Required' }",
    "try { $p = 'Required' } catch { throw }",
  ])('set by %s is known', async (script) => {
    expect((await callIn(script + call)).words).toMatchObject({ purpose: 'required' });
  });

  test.each([
    "param($p = 'Required')",
    "if ($x) { $p = 'Required' }",
    "$p = 'Available'\nif ($x) { $p = 'Required' }",
    "switch ($x) { 1 { $p = 'Required' } default { $p = 'Available' } }",
    "$p = if ($x) { 'Required' } else { 'Available' }",
    '$p = Read-Host',
    "foreach ($x in $y) { $p = 'Required' }",
    '$p = $q',
  ])('set by %s is unstated, not wrong', async (script) => {
    const { words, kinds, unread } = await callIn(script + call);
    expect(words).not.toHaveProperty('purpose');
    expect(kinds).toEqual([]);
    expect(unread).toEqual([expect.stringContaining('-DeployPurpose $p')]);
  });

  test('changed at the end of a loop is not known at its start', async () => {
    const script = `$p = 'Required'\nforeach ($c in $all) {${call} -ScheduleEvent LogOn\n$p = 'Available' }`;
    expect((await callIn(script)).words).not.toHaveProperty('purpose');
  });

  test('of a function is its own', async () => {
    expect((await callIn(`$p = 'Required'\nfunction F($p) {${call} }`)).words).not.toHaveProperty('purpose');
    expect((await callIn(`function F {${call} }\n$p = 'Required'\nF`)).words).toMatchObject({ purpose: 'required' });
  });

  test('that grows without end is given up', async () => {
    const doubled = '$p += $p\n'.repeat(60);
    expect((await callIn(`$p = 'x'\n${doubled}${call}`)).unread).toHaveLength(1);
    expect((await callIn(`$p = @('x')\n${doubled}${call}`)).unread).toHaveLength(1);
  });
});

describe('a name in an array', () => {
  test.each(["@('Clients')", "@('clients')", ",'Clients'"])('of one, %s, is that name', async (code) => {
    expect((await callIn(deploy(`-Availability ${code}`))).words).toMatchObject({ 'make-available-to': 'clients' });
  });

  test('of one is judged like the name', async () => {
    expect((await callIn(deploy("-Availability @('Cleints')"))).faults).toMatchObject([
      { rule: 'input/unknown-value', word: 'make-available-to' },
    ]);
  });

  test.each(["@('Clients', 'MediaAndPxe')", '@($audience)', '@()'])(
    'of more, or unknown, %s, is left unread',
    async (code) => {
      const { words, unread } = await callIn(deploy(`-Availability ${code}`));
      expect(words).not.toHaveProperty('make-available-to');
      expect(unread).toEqual([expect.stringMatching(/^1: -Availability /)]);
    },
  );
});
