import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPowershell } from '../../src/config/powershell.js';
import { looksLikePowershell } from '../../src/config/powershell-signs.js';
import type { Reading } from '../../src/guide/reading.js';
import { Unusable } from '../../src/text/problem.js';
import { fuzz, patience } from '../campaign.js';
import { deploy, knowledge } from './script-reader.js';

/** Answers a reading whose places lie in the text, or null where the text is refused with a line. */
async function readAny(text: string): Promise<Reading | null> {
  looksLikePowershell(text);
  try {
    const reading = await readPowershell(knowledge, text);
    const lines = text.split('\n');
    const places = reading.subjects.flatMap(({ stated, faults }) => [...stated, ...faults]);
    for (const { line, column } of places) expect((lines[line - 1]?.length ?? -1) + 1).toBeGreaterThanOrEqual(column);
    for (const { line, text: left } of reading.unread)
      expect([lines.length >= line, left === '']).toEqual([true, false]);
    return reading;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    expect(error.lines).toHaveLength(1);
    return null;
  }
}

const scraps = fc.constantFrom(
  ...[
    'New-CMTaskSequenceDeployment',
    'Set-CMBoundaryGroup',
    'Get-Date',
    '$d',
    '@d',
    '$d.Key',
    '=',
    '+=',
    '@{',
    '}',
    '(',
    ')',
    '$(',
    '@(',
  ],
  ...[
    "'",
    '"',
    '`',
    '`\n',
    '\n',
    ' ',
    ';',
    ',',
    '|',
    '{',
    'if',
    'foreach ($a in $b)',
    'function F',
    'param(',
    '#',
    '<#',
    '#>',
    "@'\n",
    "\n'@",
    '"@',
  ],
  ...[
    '-DeployPurpose',
    'Required',
    '-Schedule',
    '$true',
    ':',
    '::',
    '[datetime]',
    '2028-01-01',
    '&quot;',
    '“',
    '‘',
    '–',
    '\u200b',
    '\r',
    '\0',
    '🙂',
    '\ud800',
  ],
);
const anyText = fc.oneof(
  fc
    .array(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
    .map((some) => some.join('')),
  fc.array(scraps, { maxLength: 60 }).map((some) => some.join(' ')),
);

test(
  'whatever is pasted is read or refused with one line',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        await readAny(text);
      }),
      fuzz,
    );
  },
  patience,
);

const script = `$d = @{\n  DeployPurpose = 'Required' # x\n  InternetOption = $true\n}\n${deploy("@d `\n -Schedule (New-CMSchedule -Start '2028-01-01') `\n -ScheduleEvent LogOn, LogOff | Out-Null")}\n`;

test(
  'a script cut, torn or written over anywhere is read or refused with one line',
  async () => {
    const place = fc.nat({ max: script.length });
    await fc.assert(
      fc.asyncProperty(place, place, fc.oneof(scraps, fc.constant('')), async (from, length, instead) => {
        await readAny(script.slice(0, from) + instead + script.slice(from + (length % 20)));
      }),
      { numRuns: fuzz.numRuns / 2 },
    );
  },
  patience,
);

const values = fc.constantFrom(
  "'Required'",
  'Clients',
  '$true',
  '0',
  '$x',
  '(Get-Date)',
  "'2028-01-01 10:00'",
  'LogOn',
  "'x y'",
  '$null',
  '@()',
  '(New-CMSchedule)',
  'LogOn, LogOff',
);

const parameters = knowledge.signatures.get('new-cmtasksequencedeployment')?.parameters;
const wordOf = (name: string) => parameters?.get(name.toLowerCase())?.word;
const names = [...new Set([...(parameters?.values() ?? [])].map(({ name }) => name))];
/** A value as a hashtable takes it. */
const inTable = (value: string) => (/^[A-Z]/.test(value) ? value.replace(/\w+/g, "'$&'") : value);

test(
  'of a call nothing is dropped: each parameter of a word is read, wrong or unread',
  async () => {
    const given = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), values), {
      // Of several parameters of one word the first is told.
      selector: ([name]) => wordOf(name) ?? name,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(given, fc.boolean(), async (pairs, splat) => {
        const cmdlet = 'New-CMTaskSequenceDeployment';
        const text = splat
          ? `$d = @{\n${pairs.map(([name, value]) => `  ${name} = ${inTable(value)}\n`).join('')}}\n${cmdlet} @d`
          : [cmdlet, ...pairs.map(([name, value]) => `  -${name} ${value}`)].join(' `\n');
        const reading = await readAny(text);
        const told = reading?.subjects.flatMap(({ stated, faults }) => [...stated, ...faults]) ?? [];
        const lines = new Set([...told, ...(reading?.unread ?? [])].map(({ line }) => line));
        for (const [at, [name]] of pairs.entries())
          if (wordOf(name)) expect([text, lines.has(at + 2)]).toEqual([text, true]);
      }),
      { numRuns: fuzz.numRuns / 4 },
    );
  },
  patience,
);
