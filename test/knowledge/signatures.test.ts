import { describe, expect, test } from 'vitest';
import { targetOf } from '../../src/knowledge/cmdlet-shape.js';
import { linkPages, readPages } from '../../src/knowledge/read.js';
import { Unusable } from '../../src/text/problem.js';

const pages = readPages();
const page = 'knowledge/parameters.md';
const { signatures, words } = linkPages(pages);

/** Answers what is wrong once a text of the page is replaced. */
function wrong(from: string, to: string): string {
  const text = pages.get(page) ?? '';
  expect(text).toContain(from);
  try {
    linkPages(new Map([...pages, [page, text.replace(from, () => to)]])).signatures.get('');
    return '';
  } catch (error) {
    if (error instanceof Unusable) return error.lines.join('\n');
    throw error;
  }
}

describe('the page of the parameters', () => {
  test('has every parameter that the vocabulary names, and gives its word', () => {
    for (const word of words)
      for (const row of [word.powershell, ...word.values.map(({ powershell }) => powershell)]) {
        const target = targetOf(row);
        const parameter =
          target && signatures.get(target.cmdlet.toLowerCase())?.parameters.get(target.parameter.toLowerCase());
        if (target) expect(parameter?.word).toBe(word.id);
      }
  });

  test('gives a parameter the meaning that it has for the cmdlet that another is like', () => {
    const set = signatures.get('set-cmtasksequencedeployment')?.parameters;
    expect(set?.get('makeavailableto')?.word).toBe('make-available-to');
    expect(set?.get('deploymentexpiredatetime')?.word).toBe('expires');
    expect(signatures.get('new-cmtsstepapplynetworksetting')?.parameters.get('workgroupname')).toMatchObject({
      word: 'network-join',
      value: 'workgroup',
    });
  });

  test('gives every cmdlet the common parameters with their short names', () => {
    for (const { parameters } of signatures.values()) expect(parameters.get('ea')?.name).toBe('ErrorAction');
  });

  test.each([
    ['| InternetOption | | Boolean | |', '| InternetOption | | Bool | |', /type "Bool" isn't one of Boolean/],
    [
      '| InputObject | TaskSequence | Object | task-sequence |',
      '| InputObject | TaskSequence | Object | task-sequense |',
      /unknown word "task-sequense".*"task-sequence"/,
    ],
    [
      '| DeployPurpose | | Choice | |',
      '| DeployPurpose | | Choice | purpose |',
      /says already what New-CMTaskSequenceDeployment -DeployPurpose means/,
    ],
    [
      '| DeployPurpose | | Choice | |',
      '| DeployPurpos | | Choice | |',
      /has no parameter -DeployPurpose.*"DeployPurpos"/,
    ],
    ['- one of: Collection, CollectionId', '- one of: Collection, CollectionIds', /has no parameter "CollectionIds"/],
    [
      '  - Availability: MakeAvailableTo',
      '  - Availability: MakeAvailable',
      /has no parameter "MakeAvailable".*"MakeAvailableTo"/,
    ],
    ['  - Availability: MakeAvailableTo', '  - MakeAvailableTo: Availability', /it isn't missing/],
    ['- like: New-CMTaskSequenceDeployment', '- like: New-CMTaskSequence', /no section of this page/],
    ['- role: creates', '- role: makes', /role "makes" isn't one of creates/],
    ['  - assignment: none', '  - assignment: nothing', /no word "assignment" with a value "nothing"/],
    ['- switches: DistributeContent', '- switch: DistributeContent', /unknown row "switch"/],
  ])('tells that "%s" written as "%s" is wrong', (from, to, told) => {
    expect(wrong(from, to)).toMatch(told);
  });
});
