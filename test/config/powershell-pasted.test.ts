import { describe, expect, test } from 'vitest';
import { readPowershell } from '../../src/config/powershell.js';
import { looksLikePowershell } from '../../src/config/powershell-signs.js';
import { Unusable } from '../../src/text/problem.js';
import { callIn, deploy, knowledge } from './script-reader.js';

const purpose = '-DeployPurpose Available';
const call = deploy(purpose);

describe('a call copied from elsewhere', () => {
  test.each([
    ['a console', `PS XYZ:\\> ${deploy('`')}\n>> ${purpose}\nPS XYZ:\\>`],
    ['a page with line numbers', `1 $p = 'Available'\n2 # x\n3 ${deploy('-DeployPurpose $p')}`],
    ['a page with entities', call.replaceAll("'", '&quot;').replaceAll(' -', '&nbsp;-')],
    ['a page with smart quotes and dashes', call.replace("'Demo'", '“Demo”').replaceAll(' -', ' –')],
    ['a page with invisible spaces', call.replaceAll(' ', '\u00a0').replace('Demo', 'De\u200bmo')],
    ['Windows', `\ufeff${deploy('`\r\n')}${purpose}\r\n`],
    ['a message', `Hi, what's wrong with this?\n\n${call}\n\nThanks, I don't get it!`],
    ['a sentence', `I wonder what's wrong with ${call}`],
    ['a sentence with code in it', `I run \`${call}\` and it doesn't work.`],
    ['a fenced block', `\`\`\`powershell\n${call}\n\`\`\``],
    ['a script that names its drive', `Set-Location $SiteCode":"\nWrite-Host "x"\n${call}\nSet-Location $SiteCode":"`],
    ['a module', `ConfigurationManager\\${call}`],
  ])('as on %s reads', async (_where, script) => {
    const { words, kinds } = await callIn(script);
    expect(words).toEqual({ 'task-sequence': 'DEM00007', collection: 'Demo', purpose: 'available' });
    expect(kinds).toEqual([]);
    expect(looksLikePowershell(script)).toBe(true);
  });

  test('keeps the lines and columns of what was pasted', async () => {
    const { subjects } = await readPowershell(knowledge, `PS> # a &amp; b\n  ${call.replace('Demo', 'De\u200bmo')}`);
    const places = subjects[0]?.stated.map(({ line, column }) => [line, column]);
    expect(places).toEqual([
      [2, 32],
      [2, 64],
      [2, 88],
    ]);
  });

  test('keeps what a person wrote in its texts', async () => {
    const collection = async (literal: string) => (await callIn(call.replace("'Demo'", literal))).words.collection;
    expect(await collection("'It''s – “here”, $x `n'")).toBe('It’s – “here”, $x `n'.replace('’', "'"));
    expect(await collection('‘It’’s’')).toBe('It’s');
    expect(await collection('"A `"B`" `$C ""D"""')).toBe('A "B" $C "D"');
  });
});

describe('half a paste reads as far as it goes', () => {
  test.each([
    [
      'a quote that is missing',
      "New-CMTaskSequenceDeployment -DeployPurpose Available -CollectionName 'Demo -Comment x",
      1,
    ],
    ['a bracket that is missing', `${deploy(`${purpose} \`\n`)} -AvailableDateTime (Get-Date`, 2],
    ['a hashtable that does not end', '$d = @{\n DeployPurpose = "Available"\nNew-CMTaskSequenceDeployment @d', 1],
    ['a loop that does not end', `foreach ($c in $d) {\n ${call}\n`, 2],
    ['lost back-ticks', `New-CMTaskSequenceDeployment\n -CollectionName x\n ${purpose}`, 2],
    ['a space behind a back-tick', `${deploy('`')} \n ${purpose}`, 2],
    ['a remark between back-ticks', `${deploy('`')}\n # -Comment x \`\n ${purpose}`, 3],
  ])('for %s', async (_what, script, line) => {
    const { words, faults } = await callIn(script);
    expect(words).toMatchObject({ purpose: 'available' });
    expect(faults).toContainEqual(expect.objectContaining({ rule: 'input/not-well-formed', level: 'error', line }));
  });
});

describe('nothing is read of', () => {
  test.each([
    ['an empty text', ''],
    ['a remark', `# ${call}`],
    ['a block of remarks', `<#\n${call}\n#>`],
    ['a text', `$x = @'\n${call}\n'@`],
    ['help', 'Get-Help New-CMTaskSequenceDeployment -Full'],
    ['another cmdlet', 'Get-CMTaskSequenceDeployment -Fast\nNew-CMTaskSequence -Name x'],
    ['one line of 1 MB', `${call} ${'-x y '.repeat(200_000)}`],
  ])('%s: it is refused with a line that says why', async (_what, script) => {
    const refused = await readPowershell(knowledge, script).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Unusable);
    if (refused instanceof Unusable) expect(refused.lines).toEqual([expect.stringMatching(/\w.*\.$/)]);
  });
});

describe('a text looks like a script', () => {
  test.each([
    'New-CMTaskSequenceDeployment `',
    '$a | Set-CMTaskSequenceDeployment @d',
    '$d = @{\n DeployPurpose = $p\n Availability = "x"\n}',
  ])('where it calls a cmdlet or fills a hashtable for one: %s', (text) =>
    expect(looksLikePowershell(text)).toBe(true),
  );

  test.each([
    'purpose: required',
    'comment: made with New-CMTaskSequenceDeployment -DeployPurpose Required',
    '# New-CMTaskSequenceDeployment -DeployPurpose Required\npurpose: required',
    'PS> Get-CMTaskSequenceDeployment -Fast\n\nAdvertFlags : 9109504',
    '{"DeployPurpose": "x", "Availability": "y"}',
    'Purpose = Required\nAvailability = Clients',
  ])('and not elsewhere: %s', (text) => expect(looksLikePowershell(text)).toBe(false));
});
