import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { openScript, readPowershell } from '../../src/config/powershell.js';
import { Unusable } from '../../src/text/problem.js';
import { patience, runs } from '../campaign.js';
import { knowledge } from '../config/any-config.js';
import { powershellReader, type Script } from '../formats/powershell-grammar.js';
import { fixed, mendable, remarksIn, reportOf } from './correcting.js';

let parse: (text: string) => Script;
beforeAll(async () => {
  parse = await powershellReader();
});

const names = ['New', 'New', 'New', 'Set', 'Start'].map((verb) => `${verb}-CMTaskSequenceDeployment`);
const parameters: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['DeployPurpose', ['Available', "'Required'", 'Requird', '$x', "'$(exit)'"]],
  ['Purpose', ['Available', '$null']],
  ['Availability', ['Clients', 'MediaAndPxe', "'ClientsMediaAndPxe'", 'MediaPxe', '"# $(x)"']],
  ['InternetOption', ['$true', '$false', "'false'", '0']],
  ['AlowFallback', ['$true', '1']],
  ['DeploymentOption', ['RunFromDistributionPoint', "'DownloadAllContentLocallyBeforeStartingTaskSequence'", 'All']],
  ['UseMeteredNetwork', ['$true', '$false']],
  ['SendWakeupPacket', ['$true', '$wake']],
  ['RunFromSoftwareCenter', ['$false']],
  ['DeadlineDateTime', ["'2028-01-01 10:00'", "(Get-Date '2028-01-01')", '$when']],
  ['AvailableDateTime', ["'2027-12-01 10:00'"]],
  ['DeploymentAvailableDay', ["'2027-12-01'"]],
  ['DeploymentAvailableTime', ["'10:00'"]],
  ['ScheduleEvent', ['LogOn', "'AsSoonAsPossible'", "'LogOf', 'LogOn'"]],
  ['Schedule', ["(New-CMSchedule -Nonrecurring -Start '2028-01-01 10:00')", '$s']],
  ['TaskSequenceName', ["'Upgrade'"]],
  ['PreDownload', ['$true']],
  ['Comment', ["'it''s # not'", "'-WhatIf'"]],
  ['Whatif', ['']],
];
const passed = fc.uniqueArray(
  fc
    .constantFrom(...parameters)
    .chain(([name, values]) => fc.constantFrom(...values).map((value) => [name, value] as const)),
  { selector: ([name]) => name, maxLength: 8 },
);
const inTable = (value: string) => (/^[A-Z]/.test(value) ? `'${value}'` : value === '' ? '$true' : value);

const known = [...(knowledge.signatures.get('new-cmtasksequencedeployment')?.parameters.values() ?? [])];
/** Whether a fact's way out is a parameter of its own, with a value that has a name. */
const isPassable = ({ fact, fix }: { readonly fact: string; readonly fix: Readonly<Record<string, string>> | null }) =>
  !fact.startsWith('input/') &&
  Object.keys(fix ?? {}).every((id) =>
    known.some(({ word, type }) => word === id && /^(?:Boolean|Choice)$/.test(type)),
  );

/** A call in one of the ways in which people write it. */
const anyCall = fc.tuple(fc.constantFrom(...names), passed, fc.nat({ max: 4 })).map(([cmdlet, pairs, shape]) => {
  const list = pairs.map(([name, value]) => `-${name} ${value}`.trim());
  const who = "-TaskSequencePackageId DEM00007 -CollectionName 'Demo'";
  const table = (by: string) => pairs.map(([name, value]) => `${name} = ${inTable(value)}`).join(by);
  switch (shape) {
    case 0:
      return `${[cmdlet, who, ...list].join(' ')}\n`;
    case 1:
      return `${[cmdlet, who, ...list].join(' `\n  ')} | Out-Null # done\n`;
    case 2:
      return `$p = @{\n  # mine\n  ${table('\n  ')}\n}\nif ($go) {\n  ${cmdlet} ${who} @p\n}\n`;
    case 3:
      return `$p = @{ ${table('; ')} }; $d = ${cmdlet} ${who} @p\n`;
    default:
      return `Get-CMTaskSequence -Name 'x' |\n  ${cmdlet} -CollectionName 'Demo' ${list.join(' ')}\n`;
  }
});
const situations = fc.constantFrom<Record<string, string>>(
  {},
  { scenario: 'in-place-upgrade', 'site-version': '2303' },
  { scenario: 'boot-media-over-cmg', 'site-version': '2303' },
  { scenario: 'software-or-script', 'site-version': '2303' },
  { scenario: 'intranet', 'task-sequence-kind': 'os-image', 'site-version': '1906' },
);

test(
  'a corrected script parses, has no more errors, none that a parameter mends, names the others, and stays as it is',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCall, { minLength: 1, maxLength: 2 }), situations, async (calls, set) => {
        const text = calls.join('');
        const before = await reportOf(text, set);
        const { text: out, left, report, language } = await fixed(text, set);
        expect(language).toBe('powershell');
        expect(parse(out).errors).toEqual([]);
        const errors = left.filter(({ level }) => level === 'error');
        expect(errors.length).toBeLessThanOrEqual(before.summary.errors);
        const told = remarksIn(out);
        for (const { fact } of errors)
          expect([fact, told.some((line) => line.endsWith(`(${fact})`))]).toEqual([fact, true]);
        // What a variable holds can't be known, and what Set- changes is there already.
        if (!/\$[xsp]\b|\$w|Set-CM/.test(text)) expect(mendable(report, set).filter(isPassable)).toEqual([]);
        expect((await fixed(out, set)).text).toBe(out);
      }),
      runs(150),
    );
  },
  patience,
);

test(
  'a call that makes a deployment is held back unless high risk is ruled out for certain',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyCall, situations, async (text, set) => {
        const { text: out, report } = await fixed(text, set);
        const { calls } = await openScript(knowledge, out);
        const open = set['task-sequence-kind'] !== undefined || set.scenario !== 'software-or-script';
        for (const call of calls)
          if (open && report.read.purpose === 'required')
            expect([
              out,
              call.pieces.some((piece) => piece.kind === 'name' && /^whatif$/i.test(piece.name)) ||
                /Whatif = \$true/.test(text),
            ]).toEqual([out, true]);
      }),
      runs(150),
    );
  },
  patience,
);

test(
  'outside the parameters that are mended and the remarks a script stays byte for byte',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyCall, async (call) => {
        const before = "#requires -Version 5\r\n$a = @'\nDeployPurpose = 'x' # ‘’\n'@\n\tWrite-Host \"$a\" \n";
        const after = '\n# New-CMTaskSequenceDeployment -Purpose Available\nWrite-Host "end"  ';
        const { text } = await fixed(`${before}${call}${after}`);
        expect(text.replaceAll('\r\n', '\n').startsWith(before.replaceAll('\r\n', '\n'))).toBe(true);
        expect(text.endsWith(`${after}\n`)).toBe(true);
      }),
      runs(60),
    );
  },
  patience,
);

test(
  'a torn script is corrected as far as it is read, or refused',
  async () => {
    const script =
      "$d = @{\n  DeployPurpose = 'Required'\n  InternetOption = $false\n}\nNew-CMTaskSequenceDeployment @d `\n -TaskSequencePackageId DEM00007 -Purpose Available\n";
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: script.length }),
        fc.nat({ max: 20 }),
        fc.constantFrom('', "'", '}', '`\n', '“', '#'),
        async (at, length, instead) => {
          const text = script.slice(0, at) + instead + script.slice(at + length);
          try {
            await readPowershell(knowledge, text);
            const { left, text: out } = await fixed(text);
            const errors = left.filter(({ level }) => level === 'error');
            for (const { fact } of errors)
              expect([fact, remarksIn(out).some((line) => line.endsWith(`(${fact})`))]).toEqual([fact, true]);
            if (parse(text).errors.length > 0) return;
            expect(parse(out).errors).toEqual([]);
            expect(errors.length).toBeLessThanOrEqual((await reportOf(text)).summary.errors);
          } catch (error) {
            if (!(error instanceof Unusable)) throw error;
          }
        },
      ),
      { ...runs(100), examples: [[93, 0, '“']] },
    );
  },
  patience,
);
