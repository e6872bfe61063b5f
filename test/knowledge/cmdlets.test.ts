import { describe, expect, test } from 'vitest';
import { targetOf, variablesIn } from '../../src/knowledge/cmdlet-shape.js';
import { linkPages, readPages } from '../../src/knowledge/read.js';
import { Unusable } from '../../src/text/problem.js';

const pages = readPages();
const page = 'knowledge/cmdlets.md';

/** Answers what is wrong once a text of the page is replaced. */
function wrong(from: string, to: string): readonly string[] {
  const text = pages.get(page) ?? '';
  expect(text).toContain(from);
  try {
    linkPages(new Map([...pages, [page, text.replace(from, () => to)]])).cmdlets.list.at(0);
    return [];
  } catch (error) {
    if (error instanceof Unusable) return error.lines;
    throw error;
  }
}

describe('the page of the cmdlets', () => {
  const { cmdlets, words } = linkPages(pages);

  test('has a section for every cmdlet that the vocabulary names, one of which deploys', () => {
    const names = cmdlets.list.map(({ name }) => name);
    const rows = words.flatMap((word) => [word.powershell, ...word.values.map(({ powershell }) => powershell)]);
    for (const row of rows) {
      const target = targetOf(row);
      if (target) expect(names).toContain(target.cmdlet);
    }
    expect(cmdlets.list.filter(({ safe }) => safe !== null)).toHaveLength(1);
  });

  test('says what each variable is', () => {
    for (const { name, text } of cmdlets.variables.values()) expect(text, name).not.toBe('');
  });

  test('tells place and nearest name of a cmdlet that has no section', () => {
    const [first = ''] = wrong('- cmdlet: Set-CMBoundaryGroup', '- cmdlet: Set-CMBoundryGroup');
    expect(first).toMatch(
      /^knowledge\/vocabulary\/.*:\d+: Set-CMBoundaryGroup has no section.*Did you mean "Set-CMBoundryGroup"/,
    );
  });

  test('tells of a variable that is named and missing, and of one that nothing uses', () => {
    const lines = wrong('- variable: WorkgroupName', '- variable: Workgroup');
    expect(lines).toContainEqual(expect.stringMatching(/unknown variable \$WorkgroupName.*Did you mean "Workgroup"/));
    expect(lines).toContainEqual(expect.stringMatching(/cmdlets\.md:\d+: nothing uses the variable "Workgroup"/));
  });

  test.each([
    ['- id: SMS', '- id: (SMS', /regular expression/],
    ['- name: TaskSequenceName', '- name: -', /names no parameter/],
    ['  - Name: $CmgName', '  - Name: CmgName', /neither \$true, \$false nor a variable/],
    ['- type: datetime', '- type: date time', /no type of PowerShell/],
    ['- word: collection', '- word: colection', /unknown word "colection".*"collection"/],
    ['  - high-risk: no', '  - high-risk: never', /high-risk has no value "never"/],
    ['- cmdlet: Set-CMManagementPoint', '- cmdlet: CMManagementPoint', /is no cmdlet/],
    ['- always', '- allways', /unknown row "allways"/],
  ])('tells that "%s" written as "%s" is wrong', (from, to, told) => {
    expect(wrong(from, to).join('\n')).toMatch(told);
  });
});

test('a row names a cmdlet, its parameter and how the value is written, or is a plain value', () => {
  expect(targetOf('Set-X -Name')).toEqual({ cmdlet: 'Set-X', parameter: 'Name', template: '…' });
  expect(targetOf('Set-X -At (Get-Date …)')).toEqual({ cmdlet: 'Set-X', parameter: 'At', template: '(Get-Date …)' });
  expect(targetOf('Clients')).toBeNull();
  expect(targetOf('$true')).toBeNull();
  expect(variablesIn('(New-X -A $One -B $true -C $Two)')).toEqual(['One', 'Two']);
  expect(variablesIn("(Get-X -Name 'It''s $One' -A $Two)")).toEqual(['Two']);
});
