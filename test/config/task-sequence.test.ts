import { describe, expect, it } from 'vitest';
import { looksLikeTaskSequence } from '../../src/config/task-sequence-signs.js';
import { Unusable } from '../../src/text/problem.js';
import { longSequence, objectXml, part, sequence } from './exported-sequence.js';
import { words } from './printed-deployment.js';
import { faultsOf, image, inferredIn, install, network, read, wordsIn } from './sequence-words.js';

describe('The sample sequences', () => {
  const own = (disable: string, type: number) =>
    `<sequence version="3.10"><group name="Settings"${disable}><step type="SMS_TaskSequence_ApplyNetworkSettingsAction" name="Network" runIn="WinPE"><action>osdnetsettings.exe configure</action><defaultVarList><variable name="OSDNetworkJoinType" property="NetworkJoinType">${type}</variable></defaultVarList></step></group></sequence>`;

  it('join a workgroup', () => {
    expect(wordsIn(own('', 1))['network-join']).toBe('workgroup');
  });

  it('join nothing where the group is off', () => {
    expect(wordsIn(own(' disable="true"', 0))).toEqual({});
  });

  it('are an error where they break off, beside what was read', () => {
    const text = own('', 0).replace(/><\/group>.*$/, '');
    expect(faultsOf(text)).toEqual([
      expect.objectContaining({ rule: 'input/not-well-formed', level: 'error', line: 1 }),
    ]);
    expect(wordsIn(text)['network-join']).toBe('domain');
    expect(inferredIn(text)).toContain('network-join');
  });
});

describe('object.xml', () => {
  const properties = {
    PackageID: 'DEM00007',
    Name: 'W11',
    BootImageID: 'DEM00005',
    DependentProgram: 'DEM00009;;Check',
  };
  it('states its properties, and no property of objects inside it', () => {
    expect(wordsIn(objectXml(properties, sequence([install])))).toMatchObject({
      'task-sequence': 'DEM00007',
      'has-boot-image': 'yes',
      'run-another-program-first': 'yes',
      'task-sequence-kind': 'software-or-script',
    });
    for (const empty of ['', null])
      expect(wordsIn(objectXml({ BootImageID: empty, DependentProgram: empty }, null))).toEqual({
        'has-boot-image': 'no',
        'run-another-program-first': 'no',
      });
    expect(wordsIn(objectXml({ PackageID: 'DEM00007' }, sequence([install])))).not.toHaveProperty('has-boot-image');
    expect(wordsIn(objectXml({ DependentProgram: ';;' }, null))['run-another-program-first']).toBe('no');
  });

  it('gives words their places in the whole text, whether the sequence is CDATA or escaped', () => {
    const held = `<sequence version="3.10">\n  ${part(network('1')).replace('<variable ', '\n    <variable ')}\n</sequence>`;
    const text = objectXml(properties, held);
    const escaped = text.replace(/<!\[CDATA\[([\s\S]*)\]\]>/, (_, inner: string) =>
      inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    );
    for (const one of [text, escaped]) {
      const join = read(one).subjects[0]?.stated.find(({ word }) => word === 'network-join');
      const lines = one.split('\n');
      expect(join?.value).toBe('workgroup');
      expect(lines[(join?.line ?? 0) - 1]).toContain('OSDNetworkJoinType');
    }
    const place = read(text).subjects[0]?.stated.find(({ word }) => word === 'network-join');
    expect(text.split('\n')[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1)).toMatch(/^1<\/variable>/);
    const kind = read(objectXml({}, sequence([image]))).subjects[0]?.stated.find(
      ({ word }) => word === 'task-sequence-kind',
    );
    const line = objectXml({}, sequence([image])).split('\n')[(kind?.line ?? 0) - 1];
    expect(line?.slice((kind?.column ?? 0) - 1)).toMatch(/^<step type="SMS_TaskSequence_ApplyOperatingSystemAction"/);
  });

  it('breaks off inside its sequence with the line of the whole text', () => {
    const held = '<sequence version="3.10">\n<group name="a">\n</sequence>';
    const text = objectXml(properties, held);
    const [fault] = faultsOf(text);
    expect(fault?.rule).toBe('input/not-well-formed');
    expect(text.split('\n')[(fault?.line ?? 0) - 1]).toContain('</sequence>');
  });

  it('in its older form is read too', () => {
    const text = `<?xml version="1.0"?>\n<SmsTaskSequencePackage>\n<BootImageID>DEM00005</BootImageID><DependentProgram />\n<SequenceData>${sequence([image])}</SequenceData></SmsTaskSequencePackage>`;
    expect(wordsIn(text)).toEqual({
      'has-boot-image': 'yes',
      'run-another-program-first': 'no',
      'task-sequence-kind': 'os-image',
    });
  });

  it('of several task sequences gives several subjects', () => {
    const inner = objectXml({ PackageID: 'A' }, null).split('\n').slice(2, -1).join('\n');
    expect(
      read(`<CIM>${inner}${inner.replace('>A<', '>B<')}</CIM>`).subjects.map((one) => words(one)['task-sequence']),
    ).toEqual(['A', 'B']);
  });
});

describe('The dialect of MDT', () => {
  const step = '<step type="BDD_InstallOS" name="Install Operating System"><action>cscript.exe</action></step>';
  it('is told, and no kind is', () => {
    const text = `<?xml version="1.0"?><sequence version="3.00"><group name="a">${step}</group></sequence>`;
    expect(faultsOf(text)).toEqual([
      expect.objectContaining({ rule: 'input/other-dialect', level: 'warning', line: 1 }),
    ]);
    expect(faultsOf(text)[0]?.message).toMatch(/Microsoft Deployment Toolkit \(MDT\).*BDD_/);
    expect(wordsIn(text)).toEqual({});
  });

  it('isn’t that of a console’s sequence with such steps, or of an old version alone', () => {
    expect(faultsOf(sequence([image]).replace('<group', `${step}<group`))).toEqual([]);
    expect(faultsOf(sequence([image], '3.00'))).toEqual([]);
    expect(wordsIn(sequence([image], '3.00'))['task-sequence-kind']).toBe('os-image');
  });
});

describe('Text around an export', () => {
  it('is reported with its line', () => {
    const { subjects, unread } = read(`Is this right?\n\`\`\`xml\n${sequence([image])}\n\`\`\`\nThanks`);
    expect(words(subjects[0])['task-sequence-kind']).toBe('os-image');
    expect(unread).toEqual([
      { line: 1, text: 'Is this right?' },
      { line: 5, text: 'Thanks' },
    ]);
  });
});

describe('XML that can’t be used', () => {
  it('has a document type or entities', () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE a [\n<!ENTITY a "ha">\n${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at} "${`&a${at - 1};`.repeat(50)}">`).join('\n')}]>\n<sequence version="3.10">&a29;</sequence>`;
    for (const text of [
      bomb,
      '<!DOCTYPE sequence SYSTEM "file:///etc/passwd"><sequence version="3.10"/>',
      `${bomb.slice(0, 60)}`,
      objectXml({}, `<!DOCTYPE a><sequence/>`),
    ])
      expect(() => read(text), text.slice(0, 40)).toThrow(Unusable);
    expect(() => read(bomb)).toThrow(/DOCTYPE/);
    const undeclared = '<sequence version="3.10"><group name="a">&xxe;</group></sequence>';
    expect(faultsOf(undeclared)).toEqual([expect.objectContaining({ rule: 'input/not-well-formed' })]);
  });

  it('holds no task sequence', () => {
    for (const text of [
      '<html><body/></html>',
      '<a',
      '<?xml version="1.0"?>',
      '<INSTANCE CLASSNAME="SMS_Package"/>',
      '',
      'x',
    ])
      expect(() => read(text), text).toThrow(Unusable);
  });
});

describe('A big export', () => {
  it('of a megabyte is read in less than two seconds', () => {
    const text = objectXml({ PackageID: 'DEM00007', BootImageID: 'DEM00005' }, longSequence(1_450));
    expect(text.length).toBeGreaterThan(900_000);
    const start = performance.now();
    expect(wordsIn(text)).toEqual({
      'task-sequence': 'DEM00007',
      'has-boot-image': 'yes',
      'task-sequence-kind': 'os-image',
      'network-join': 'workgroup',
      ccmhostname: 'set',
    });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('with ten thousand groups inside each other is read, and fifty thousand that break off are one fault', () => {
    const nested = `<sequence version="3.10">${'<group name="a">'.repeat(10_000)}${part(network('1'))}${'</group>'.repeat(10_000)}</sequence>`;
    expect(wordsIn(nested)['network-join']).toBe('workgroup');
    const open = `<sequence version="3.10">${'<group name="a">'.repeat(50_000)}`;
    expect(faultsOf(open)).toHaveLength(1);
  });
});

describe('What looks like a task sequence', () => {
  it('is an export, whole or in a message, or XML that is to be refused', () => {
    for (const text of [
      sequence([]),
      objectXml({}, null),
      `hi\n${sequence([])}`,
      '\ufeff<?xml version="1.0"?><a/>',
      '<!DOCTYPE a>',
    ])
      expect(looksLikeTaskSequence(text), text).toBe(true);
    for (const text of [
      'purpose: available',
      '<@U123> purpose: available',
      '<https://example.com>',
      '{"a": "<sequenced"}',
      'Get-CMTaskSequence',
    ])
      expect(looksLikeTaskSequence(text), text).toBe(false);
  });
});
