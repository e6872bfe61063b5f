import { describe, expect, it } from 'vitest';
import { looksLikeDeploymentOutput } from '../../src/config/deployment-output-signs.js';
import { validate } from '../../src/guide/validate.js';
import { asJson, deployment, inferredIn, knowledge, read, shapes, words, wordsOf } from './printed-deployment.js';

describe('The sample outputs', () => {
  it('decode bits printed as JSON', () => {
    const text =
      '{"AdvertFlags": 8388640, "AdvertisementID": "ABC20009", "AssignedScheduleEnabled": true, "CollectionID": "ABC00031", "OfferType": 0, "PackageID": "ABC00017", "ProgramName": "*", "RemoteClientFlags": 4096, "SourceSite": "ABC"}';
    expect(wordsOf(text)).toMatchObject({
      purpose: 'required',
      rerun: 'never',
      'show-progress': 'on',
      assignment: 'as-soon-as-possible',
      'task-sequence': 'ABC00017',
      collection: 'ABC00031',
    });
  });

  it('decode bits printed as a list, where wake-up with Available is a finding', () => {
    const text =
      'AdvertFlags       : 4194304\nAdvertisementID   : ABC20002\nCollectionID      : ABC00011\nOfferType         : 2\nPackageID         : ABC00007\nProgramName       : *\nRemoteClientFlags : 2048\n';
    expect(wordsOf(text)).toMatchObject({ purpose: 'available', 'wake-up': 'on', rerun: 'always' });
    const { findings } = validate(knowledge, 'x', read(text), new Map(), '2026-01-01');
    expect(findings).toContainEqual(expect.objectContaining({ word: 'wake-up', level: 'error', line: 1, column: 21 }));
  });

  it('decode bits printed as CSV', () => {
    const text =
      '"AdvertisementID","AdvertFlags","OfferType","PackageID","CollectionID","RemoteClientFlags","ProgramName"\r\n"ABC20003","33558528","2","ABC00007","ABC00011","16384","*"\r\n';
    expect(wordsOf(text)).toMatchObject({
      purpose: 'available',
      'independent-run': 'off',
      'pre-download': 'on',
      rerun: 'if-succeeded',
    });
  });
});

describe('A summary', () => {
  const summary = { FeatureType: 7, DeploymentIntent: 1, PackageID: 'ABC00007', CollectionID: 'ABC00011' };
  it('has no flags: the purpose is inferred, and other words stay unstated', () => {
    const text = JSON.stringify({ ...summary, CollectionName: 'Pilot', SoftwareName: 'W11', NumberTargeted: 3 });
    expect(wordsOf(text)).toEqual({ 'task-sequence': 'ABC00007', collection: 'ABC00011', purpose: 'required' });
    expect(inferredIn(text)).toEqual(['purpose']);
  });

  it('has times that are reported, not read', () => {
    const { unread } = read(
      JSON.stringify({ ...summary, DeploymentTime: '/Date(1832493900000)/', EnforcementDeadline: null }),
    );
    expect(unread).toEqual([{ line: 1, text: expect.stringContaining('DeploymentTime') }]);
  });

  it('of another kind of deployment is told', () => {
    const { subjects } = read(JSON.stringify({ ...summary, FeatureType: 1 }));
    expect(subjects[0]?.faults).toEqual([expect.objectContaining({ rule: 'input/other-object', level: 'warning' })]);
    const { subjects: program } = read('OfferType : 2\nProgramName : Install\n');
    expect(program[0]?.faults).toEqual([expect.objectContaining({ rule: 'input/other-object', line: 2 })]);
  });
});

describe('Several objects', () => {
  const three = [0, 1, 2].map((at) => deployment({ AdvertisementID: `DEM2000${at}`, OfferType: at === 1 ? 2 : 0 }));
  it.each(Object.entries(shapes))('printed as %s are several subjects with their own lines', (_, print) => {
    const { subjects, unread } = read(print(three));
    expect(subjects.map((subject) => words(subject).purpose)).toEqual(['required', 'available', 'required']);
    const lines = subjects.map(({ stated }) => stated.find(({ word }) => word === 'purpose')?.line ?? 0);
    expect(lines[0]).toBeLessThan(lines[1] ?? 0);
    expect(lines[1]).toBeLessThan(lines[2] ?? 0);
    expect(unread).toEqual([]);
  });

  it('inside value and Count, or other wrappers, are found', () => {
    const value = JSON.parse(asJson(three));
    for (const wrapped of [{ value, Count: 3 }, { value: { value, Count: 3 } }, [value], { Deployments: value }])
      expect(read(JSON.stringify(wrapped)).subjects).toHaveLength(3);
  });

  it('of a list without blank lines start at their first name', () => {
    const text = 'OfferType : 0\nPackageID : A\nOfferType : 2\nPackageID : B\n';
    expect(read(text).subjects.map((subject) => words(subject)['task-sequence'])).toEqual(['A', 'B']);
  });

  it('are not made of one list with a blank line between all lines', () => {
    expect(read('OfferType : 0\n\nPackageID : A\n\nAdvertFlags : 0\n').subjects).toHaveLength(1);
  });
});

describe('A property', () => {
  it('given twice with different values in one object is an error', () => {
    for (const text of [
      '{"OfferType": 0,\n"PackageID": "A",\n"OfferType": 2}',
      'PackageID : A\nOfferType : 0\nOfferType : 2',
    ])
      expect(read(text).subjects[0]?.faults).toEqual([
        expect.objectContaining({ rule: 'input/twice', level: 'error', word: 'purpose', line: 3 }),
      ]);
  });

  it('that is called like a word, or almost like one that is read, is reported; others are not', () => {
    const { unread } = read(
      'OfferType : 0\nPurpose : Available\nRemoteClientFlag : 4096\nPriority : 2\nSourceSite : A\n',
    );
    expect(unread.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('is found in any case', () => {
    expect(wordsOf('{"offertype": 2, "PACKAGEID": "A"}')).toEqual({ purpose: 'available', 'task-sequence': 'A' });
  });
});

describe('Text around an output', () => {
  it.each(Object.entries(shapes))('is reported with its line, and the output printed as %s is read', (_, print) => {
    const output = print([deployment({ OfferType: 2 })]);
    const { subjects, unread } = read(`Hi, is this ok?\n\`\`\`\n${output}\n\`\`\`\nThanks!\n`);
    expect(words(subjects[0]).purpose).toBe('available');
    expect(unread.map(({ text }) => text)).toEqual(['Hi, is this ok?', 'Thanks!']);
    expect(unread[0]?.line).toBe(1);
  });
});

describe('What looks like an output', () => {
  it.each(Object.entries(shapes))('is one printed as %s, with text around it too', (_, print) => {
    expect(looksLikeDeploymentOutput(print([deployment()]))).toBe(true);
    expect(looksLikeDeploymentOutput(`see:\n${print([deployment()])}`)).toBe(true);
  });

  it('is no config, call, script or task sequence', () => {
    for (const text of [
      'purpose: available\nassignment: none\n',
      '{"purpose": "available", "available-from": "2028-01-01T10:00"}',
      "New-CMTaskSequenceDeployment -DeployPurpose Available -CollectionId 'A'",
      'Get-CMTaskSequenceDeployment | Select-Object AdvertFlags, OfferType, PackageID',
      '$d.OfferType -eq 0',
      '[SMS_Advertisement]::OfferType',
      '<sequence version="3.10"><group name="OfferType : 0"/></sequence>',
    ])
      expect(looksLikeDeploymentOutput(text), text).toBe(false);
  });
});
