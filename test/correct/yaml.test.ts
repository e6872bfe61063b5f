import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fixed } from './correcting.js';

const yaml = async (text: string, set: Readonly<Record<string, string>> = {}) => (await fixed(text, set)).text;

describe('a config that is YAML', () => {
  test('keeps its comments, its layout and its order', async () => {
    const text =
      '# ours\nscenario: in-place-upgrade # PCs\n\nsettings:\n    purpose: available   # careful\n    start-from: pxe # ?\n';
    expect(await yaml(text)).toBe(
      '# ours\nscenario: in-place-upgrade # PCs\n\nsettings:\n    purpose: available   # careful\n' +
        '    # was pxe: Start the upgrade from Software Center. (in-place-upgrade/software-center)\n    start-from: software-center # ?\n',
    );
  });

  test('has values in quotes that YAML would take for something else, and no others', async () => {
    const text = await yaml(
      'site-version: 2503\nwake-up: off\npurpose: Available\nexpires: 2028-01-01T10:00\nassignment: [log-on, 2028-01-01T10:00]\n',
    );
    expect(text).toContain('site-version: "2503"\nwake-up: "off"\npurpose: Available\nexpires: "2028-01-01T10:00"\n');
    for (const version of ['1.1', '1.2'] as const)
      expect(parse(text, { version })).toMatchObject({
        'site-version': '2503',
        'wake-up': 'off',
        assignment: ['log-on', '2028-01-01T10:00'],
      });
  });

  test('has what must go, what is given twice and what is not understood as comments', async () => {
    const text = await yaml(
      'scenario: software-center-imaging\ndeployment-package: create\nwake-up: "off"\nwake-up: "on"\ncolour: blue\n',
    );
    expect(text).toMatch(/# left out deployment-package: .*\n# deployment-package: create\n/);
    expect(text).toMatch(
      /wake-up: "off"\n# left out, as it is given twice.*\n# wake-up: "on"\n# not read: colour: blue\n$/,
    );
  });

  test('has misspelt words and values mended', async () => {
    expect(await yaml('purpose: avalable\nalow-internet: "on"\n')).toBe(
      '# was avalable: misspelt (input/unknown-value)\npurpose: available\n# was alow-internet: misspelt (input/unknown-word)\nallow-internet: "on"\n',
    );
  });

  test('keeps a version and a scenario where they are wrong: a setting is changed if there is one to change', async () => {
    const { text, left } = await fixed(
      'scenario: in-place-upgrade\nsite-version: "1906"\ndeployment-option: when-needed\n',
    );
    expect(text).toMatch(/site-version: "1906"\n# was when-needed: .*\ndeployment-option: all-first\n/);
    expect(left.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('any other config', () => {
  test('becomes YAML', async () => {
    expect(await yaml('{"scenario": "in-place-upgrade", "allow-internet": false, "note": "x"}')).toBe(
      '---\nscenario: in-place-upgrade\n' +
        '# was off: Allow the task sequence to run for clients on the internet. (internet/allow-internet)\nallow-internet: "on"\n# not read, line 1: "note": "x"\n',
    );
    expect(await yaml('Hi!\n```\nPurpose = Available\nComments: a: "b" # c\n```\nBye')).toBe(
      '---\n# not read, line 1: Hi!\npurpose: available\ncomment: "a: \\"b\\""\n# not read, line 6: Bye\n',
    );
  });

  test('keeps hostile text in its comments and its quotes', async () => {
    const text = await yaml('Purpose = Available\nDear all\u2028purpose: required\nComments = x\u202e"\\n---\n');
    expect(text.split('\n').filter((line) => !/^(?:---|# .*|purpose: available|comment: ".*"|)$/.test(line))).toEqual(
      [],
    );
    expect(text).not.toMatch(/[\u2028\u202e]/);
  });

  test('says that its text broke off', async () => {
    const { text, left } = await fixed('{"purpose": "available", "wake-up": "o');
    expect(text).toMatch(/^# error in the text that was read, line 1: .*\(input\/not-well-formed\)\n/);
    expect(left.map(({ fact }) => fact)).toContain('input/not-well-formed');
  });
});

test('an exported task sequence becomes its words, with the step and the variable to change', async () => {
  const step =
    '<step type="SMS_TaskSequence_ApplyNetworkSettingsAction" name="Net"><defaultVarList><variable name="OSDNetworkJoinType">0</variable></defaultVarList></step>';
  const { text, language, extension } = await fixed(`<sequence version="3.10">${step}</sequence>`, {
    scenario: 'boot-media-over-cmg',
    'site-version': '2303',
  });
  expect([language, extension]).toEqual(['yaml', '.yaml']);
  expect(text).toMatch(/# Read from an exported task sequence\./);
  expect(text).toMatch(
    /# was domain: .* In the step \(SMS_TaskSequence_ApplyNetworkSettingsAction.*OSDNetworkJoinType is 1.*\nnetwork-join: workgroup\n/,
  );
});

test('a printed deployment becomes its words, with the page to change them on', async () => {
  const text = await yaml(
    'AdvertFlags : 4194304\nAdvertisementID : DEM20002\nCollectionID : DEM00011\nOfferType : 2\nPackageID : DEM00007\nRemoteClientFlags : 2048\n',
  );
  expect(text).toMatch(/^# Read from the output of a cmdlet\./);
  expect(text).toMatch(
    /# was on: .* Change it under Deploy Software Wizard › Deployment Settings\. .*\nwake-up: "off"\n/,
  );
});
