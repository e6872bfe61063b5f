import { describe, expect, it } from 'vitest';
import { type Part, sequence } from './exported-sequence.js';
import {
  faultsOf,
  image,
  inferredIn,
  joins,
  network,
  read,
  sets,
  setup,
  upgrade,
  wordsIn,
  wordsOf,
} from './sequence-words.js';

describe('What the sequence joins', () => {
  it('is what the last enabled step says', () => {
    expect(wordsOf([network('0'), network('1')])['network-join']).toBe('workgroup');
    expect(wordsOf([network('1'), network('0', { off: true })])['network-join']).toBe('workgroup');
    expect(wordsOf([network('1'), { group: 'x', off: true, parts: [network('0')] }])['network-join']).toBe('workgroup');
    const deep: Part = { group: 'x', off: true, parts: [{ group: 'y', parts: [network('0')] }] };
    expect(wordsOf([network('1'), deep])['network-join']).toBe('workgroup');
  });

  it('is what a later step to join says', () => {
    expect(wordsOf([network('1'), joins('0')])['network-join']).toBe('domain');
    expect(wordsOf([joins('0'), network('1')])['network-join']).toBe('workgroup');
  });

  it('is inferred where the last step only runs in some cases', () => {
    expect(inferredIn(sequence([network('0'), network('1', { condition: true })]))).toContain('network-join');
    expect(inferredIn(sequence([network('0'), network('1')]))).not.toContain('network-join');
    expect(inferredIn(sequence([network('1'), network('1', { condition: true })]))).not.toContain('network-join');
  });

  it('is inferred from the name that is given where the type is missing', () => {
    const named = (variables: Record<string, string>) => sequence([{ type: 'ApplyNetworkSettingsAction', variables }]);
    expect(wordsIn(named({ OSDWorkgroupName: 'W' }))['network-join']).toBe('workgroup');
    expect(wordsIn(named({ OSDDomainName: 'd.example', OSDWorkgroupName: '' }))['network-join']).toBe('domain');
    expect(inferredIn(named({ OSDDomainName: 'd.example' }))).toContain('network-join');
    expect(wordsIn(named({ OSDDomainName: 'd', OSDWorkgroupName: 'w' }))['network-join']).toBeUndefined();
    expect(read(named({})).unread).toContainEqual({ line: 1, text: expect.stringContaining('network-join') });
  });

  it('is unknown, and that is reported, where a variable decides', () => {
    for (const parts of [[network('%JoinType%')], [sets('OSDNetworkJoinType', '0'), network('1')]]) {
      expect(wordsOf(parts)['network-join']).toBeUndefined();
      expect(read(sequence(parts)).unread).toContainEqual({
        line: 1,
        text: expect.stringContaining('OSDNetworkJoinType'),
      });
    }
    expect(wordsOf([sets('OSDNetworkJoinType', '1'), network('1')])['network-join']).toBe('workgroup');
    expect(wordsOf([{ ...sets('OSDNetworkJoinType', '0'), off: true }, network('1')])['network-join']).toBe(
      'workgroup',
    );
  });

  it('that is neither 0 nor 1 is an error', () => {
    expect(faultsOf(sequence([network('7')]))).toEqual([
      expect.objectContaining({ rule: 'input/unknown-value', word: 'network-join', expected: ['workgroup', 'domain'] }),
    ]);
  });

  it('isn’t taken from a condition', () => {
    expect(wordsOf([{ ...image, condition: true }])['network-join']).toBeUndefined();
  });
});

describe('CCMHOSTNAME', () => {
  it('is set or missing in the client’s installation properties', () => {
    expect(wordsOf([setup('SMSMP=a CCMHOSTNAME="CMG.EXAMPLE/CCM_Proxy_MutualAuth/1"')]).ccmhostname).toBe('set');
    expect(wordsOf([setup('ccmhostname=CMG.EXAMPLE/CCM_Proxy_MutualAuth/1')]).ccmhostname).toBe('set');
    expect(wordsOf([setup('SMSMP=a')]).ccmhostname).toBe('missing');
    expect(wordsOf([setup('NOTCCMHOSTNAME=a CCMHOSTNAME= SMSMP=a')]).ccmhostname).toBe('missing');
    expect(wordsOf([{ type: 'SetupWindowsAndSMSAction' }]).ccmhostname).toBe('missing');
    expect(wordsOf([image]).ccmhostname).toBeUndefined();
  });

  it('is unknown, and that is reported, where a variable or another step decides', () => {
    for (const parts of [
      [setup('%ClientProperties%')],
      [setup('SMSMP=a'), setup('CCMHOSTNAME=a')],
      [sets('SMSClientInstallProperties', 'CCMHOSTNAME=a'), setup('SMSMP=a')],
    ]) {
      expect(wordsOf(parts).ccmhostname).toBeUndefined();
      expect(
        read(sequence(parts))
          .unread.map(({ text }) => text)
          .join(),
      ).toMatch(/SMSClientInstallProperties/);
    }
  });

  it('with https:// in front is an error that says how to write it', () => {
    expect(faultsOf(sequence([setup('CCMHOSTNAME=https://CMG.EXAMPLE/CCM_Proxy_MutualAuth/1')]))).toEqual([
      expect.objectContaining({ word: 'ccmhostname', message: expect.stringContaining('CCMHOSTNAME=CMG.EXAMPLE/') }),
    ]);
  });
});

describe('A feature update', () => {
  it('is used where its assignment is named', () => {
    expect(wordsOf([upgrade({ OSDFeatureUpdateAssignmentID: '16777231' })])['feature-update']).toBe('yes');
    expect(wordsOf([upgrade({ OSDFeatureUpdateAssignmentID: '' })])['feature-update']).toBe('no');
    expect(wordsOf([upgrade()])['feature-update']).toBe('no');
    expect(wordsOf([image])['feature-update']).toBeUndefined();
  });
});
