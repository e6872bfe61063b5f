import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planPowershell } from '../../src/formats/powershell.js';
import { makePlan } from '../../src/guide/plan.js';
import type { Plan } from '../../src/guide/plan-shape.js';
import { answersOf, anyPlan, knowledge, mark, settled, today } from './any-plan.js';
import { powershellReader, type Script } from './powershell-grammar.js';

const read = await powershellReader();
const scriptOf = (plan: Plan) => planPowershell(plan, { knowledge, colours: false });
const ready = (given: Readonly<Record<string, string>>) => settled(answersOf(given), () => 'unknown');
// A plan that is blocked comes up rarely by itself.
const tooOld = answersOf({ 'site-version': '2006', scenario: 'boot-media-over-cmg' });
const blocked = { plan: makePlan(knowledge, tooOld, today), texts: [] };
const cases = [...fc.sample(anyPlan, 200), blocked].map(({ plan, texts }) => {
  const text = scriptOf(plan);
  // The grammar knows no script without a statement, not even an empty one.
  return { plan, texts, text, script: read(plan.verdict === 'ready' ? text : `${text};`) };
});

/** Answers the text that PowerShell reads in a literal, or null where the literal ends before its end. */
function readLiteral(literal: string): string | null {
  const kinds = "'‘’‚‛";
  let text = '';
  for (let at = 1; at < literal.length - 1; at++) {
    const char = literal.charAt(at);
    if (kinds.includes(char)) {
      if (at + 1 > literal.length - 2 || !kinds.includes(literal.charAt(at + 1))) return null;
      at++;
      text += literal.charAt(at);
    } else text += char;
  }
  return text;
}

const literals = (script: Script) => script.of('verbatim_string_characters').map(({ text }) => text);
const commands = (script: Script) => script.of('command').map(({ text }) => text);

describe('a PowerShell script of any plan', () => {
  test('is tried on plans of each verdict', () => {
    const verdicts = cases.map(({ plan }) => plan.verdict);
    expect(new Set(verdicts)).toEqual(new Set(['ready', 'open', 'blocked']));
    expect(verdicts.filter((verdict) => verdict === 'ready').length).toBeGreaterThan(cases.length / 2);
  });

  test('parses without an error', () => {
    for (const { plan, script } of cases) expect(script.errors, plan.path).toEqual([]);
  });

  test('holds what a person wrote in quoted literals and comments alone', () => {
    for (const { plan, texts, script, text } of cases) {
      for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
        expect(['comment', 'verbatim_string_characters']).toContain(script.around(at)[0]?.type);
      for (const literal of literals(script).filter((one) => one.includes(mark)))
        expect(texts).toContain(readLiteral(literal));
      if (plan.verdict !== 'ready') continue;
      for (const word of ['task-sequence', 'collection', 'comment']) {
        const given = plan.answers[word];
        if (given !== undefined) expect(literals(script).map(readLiteral)).toContain(given);
      }
    }
  });

  test('holds no character that breaks a line or hides, and no line that begins a signature', () => {
    for (const { plan, text } of cases) {
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      if (plan.verdict === 'ready') expect(text.replaceAll(/[^\S\n]/g, '')).not.toMatch(/^#*sig#begin/im);
    }
  });

  test('calls a cmdlet only where the plan is ready', () => {
    for (const { plan, text, script } of cases) {
      const code = text.split('\n').filter((line) => !/^\s*(#.*)?$/.test(line));
      const deploys = commands(script).filter((command) => command.startsWith('New-CMTaskSequenceDeployment @'));
      expect(deploys.length).toBe(plan.verdict === 'ready' ? 1 : 0);
      expect(code.length > 0).toBe(plan.verdict === 'ready');
    }
  });

  test('holds the deployment back unless it is not high risk for certain', () => {
    for (const { plan, script } of cases) {
      if (plan.verdict !== 'ready') continue;
      const [deploying = ''] = commands(script).filter((command) => command.startsWith('New-CMTaskSequenceDeployment'));
      expect(deploying.endsWith(' -WhatIf')).toBe(plan.derived['high-risk'] !== 'no');
    }
  });

  test('stops at every limit that may be broken, before it does anything', () => {
    for (const { plan, script } of cases) {
      if (plan.verdict !== 'ready') continue;
      const limits = plan.checklist.filter(({ kind, holds }) => kind === 'limit' && holds === 'maybe');
      const stops = script.of('flow_control_statement');
      expect(stops.map(({ text }) => text.slice(0, 7))).toEqual(limits.map(() => "throw '"));
      const [first] = script.of('command');
      for (const { start } of stops) expect(start).toBeLessThan(first?.start ?? 0);
    }
  });

  test('asks for exactly the variables that it uses, each of them mandatory', () => {
    for (const { script } of cases) {
      const asked = script.of('script_parameter').map(({ text }) => {
        expect(text).toContain('[Parameter(Mandatory)]');
        return /\$\w+$/.exec(text)?.[0];
      });
      const block = script.of('param_block')[0]?.end ?? 0;
      const used = script.of('variable').filter(({ start }) => start > block);
      const own = ['$settings', '@settings', '$true', '$false', '$ErrorActionPreference'];
      expect(new Set(used.map(({ text }) => text).filter((text) => !own.includes(text)))).toEqual(new Set(asked));
    }
  });

  test('gives no parameter twice to a call', () => {
    for (const { script } of cases) {
      for (const { text } of script.of('hash_literal_expression')) {
        const keys = [...text.matchAll(/^ {4}(\w+) = /gm)].map(([, key]) => key);
        expect(keys).toEqual([...new Set(keys)]);
      }
    }
  });

  test('shows every setting: as a parameter, a choice or work by hand', () => {
    for (const { plan, text } of cases) {
      const words = text.replaceAll(/\n\s*# */g, ' ').replaceAll(/\s+/g, ' ');
      for (const { label, word } of plan.settings)
        if (!['task-sequence', 'collection'].includes(word)) expect(words).toContain(label);
    }
  });
});

const overCmg = { 'site-version': '2309', scenario: 'boot-media-over-cmg' };

describe('a PowerShell script', () => {
  test('passes a package ID and a collection ID as IDs, and names as names', () => {
    const ids = scriptOf(ready({ ...overCmg, 'task-sequence': 'ABC00012', collection: 'SMSDM003' }));
    expect(ids).toContain("    TaskSequencePackageId = 'ABC00012'");
    expect(ids).toContain("    TaskSequenceId = 'ABC00012'");
    expect(ids).toContain("    CollectionId = 'SMSDM003'");
    const names = scriptOf(ready({ ...overCmg, 'task-sequence': "Kiosk's *", collection: 'Pilot' }));
    expect(names).toContain("InputObject = (Get-CMTaskSequence -Fast -DisableWildcardHandling -Name 'Kiosk''s *')");
    expect(names).toContain("    TaskSequenceName = 'Kiosk''s *'");
    expect(names).toContain("    CollectionName = 'Pilot'");
  });

  test('asks for the choice where several values are left, and takes none silently', () => {
    const script = scriptOf(ready(overCmg));
    expect(script).toContain("[ValidateSet('ClientsMediaAndPxe', 'MediaAndPxe', 'MediaAndPxeHidden')]");
    expect(script).toContain('    Availability = $Availability');
    expect(scriptOf(ready({ ...overCmg, 'make-available-to': 'media-pxe' }))).toContain(
      "    Availability = 'MediaAndPxe'",
    );
  });

  test('asks for the purpose where it is not known', () => {
    expect(scriptOf(ready(overCmg))).toContain("[ValidateSet('Available', 'Required')]");
  });

  test('writes dated assignments as schedules, events as events, and the expiry where its name misleads', () => {
    const script = scriptOf(
      ready({
        ...overCmg,
        purpose: 'required',
        'make-available-to': 'clients-media-pxe',
        assignment: '2026-12-01T22:00,log-on,2026-12-02T22:00,as-soon-as-possible',
        'available-from': '2026-11-30T08:00',
        'available-utc': 'on',
        expires: '2027-01-31T08:00',
      }),
    );
    expect(script).toContain("(New-CMSchedule -Nonrecurring -Start '2026-12-01T22:00')\n");
    expect(script).toContain("(New-CMSchedule -Nonrecurring -Start '2026-12-02T22:00')\n");
    expect(script).toMatch(/ScheduleEvent = @\(\s+'LogOn'\s+'AsSoonAsPossible'\s+\)/);
    expect(script).toContain("    AvailableDateTime = (Get-Date '2026-11-30T08:00')");
    expect(script).toContain('    UseUtcForAvailableSchedule = $true');
    expect(script).toContain("    DeadlineDateTime = (Get-Date '2027-01-31T08:00')");
  });

  test('asks for the time of a Required deployment that has no assignment yet', () => {
    const text = scriptOf(ready({ 'site-version': '2509', scenario: 'in-place-upgrade', purpose: 'required' }));
    expect(text).toContain('[datetime] $AssignmentDateTime');
    expect(text).toContain('Schedule = (New-CMSchedule -Nonrecurring -Start $AssignmentDateTime)');
  });

  test('passes what only a Required deployment takes to a Required deployment alone', () => {
    expect(scriptOf(ready({ ...overCmg, purpose: 'required' }))).toContain('    SendWakeupPacket = $false');
    expect(scriptOf(ready({ ...overCmg, purpose: 'available' }))).not.toMatch(
      /^ +(SendWakeupPacket|UseMeteredNetwork) =/m,
    );
  });

  test('leaves a parameter that the version lacks to the console', () => {
    const upgrade = { scenario: 'in-place-upgrade', purpose: 'available' };
    expect(scriptOf(ready({ ...upgrade, 'site-version': '2010' }))).toContain('    EnableCloudDPFunction = $true');
    const older = scriptOf(ready({ ...upgrade, 'site-version': '2006' }));
    expect(older).not.toContain('EnableCloudDPFunction =');
    expect(older).toContain('#   - Cloud management gateway properties › Settings › Allow CMG to function');
  });

  test('sets the management point only where the plan asks something of it', () => {
    const given = { scenario: 'boot-media-over-cmg', 'mp-connections': 'intranet-and-internet' };
    expect(scriptOf(ready({ ...given, 'site-version': '2103' }))).toContain(
      "    ClientConnectionType = 'InternetAndIntranet'",
    );
    expect(scriptOf(ready({ ...given, 'site-version': '2107' }))).not.toContain('ClientConnectionType');
  });

  test('leaves the media to the wizard', () => {
    const script = scriptOf(ready(overCmg));
    expect(script).toContain(
      '#   - Create Task Sequence Media Wizard › Media Management › Media type: Site-based media',
    );
    expect(script).not.toContain('New-CMBootableMedia');
  });

  test('names the risks at the call that it holds back', () => {
    const script = scriptOf(ready({ ...overCmg, purpose: 'required' }));
    expect(script).toMatch(
      /# -WhatIf: .*\n(#.*\n)*#.*high-risk deployment(.*\n#)*.*\nNew-CMTaskSequenceDeployment @settings -WhatIf/,
    );
  });

  test('tells reasons and ways out of a blocked plan, and the questions of an open one', () => {
    const blocked = scriptOf(
      makePlan(knowledge, answersOf({ 'site-version': '1902', scenario: 'software-center-imaging' }), today),
    );
    expect(blocked).toContain('Way out: Site version: 2006');
    const open = scriptOf(makePlan(knowledge, answersOf(overCmg), today));
    expect(open).toContain('(purpose)');
  });

  test('says how to make it again', () => {
    const plan = ready({ ...overCmg, comment: "It's mine" });
    expect(scriptOf(plan)).toContain(` --set 'comment=It''s mine'`);
  });
});
