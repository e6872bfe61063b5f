import { describe, expect, it } from 'vitest';
import { objectXml, type Part, sequence } from './exported-sequence.js';
import { image, inferredIn, install, read, run, upgrade, wordsIn, wordsOf } from './sequence-words.js';

describe('The kind', () => {
  const kind = (parts: readonly Part[]) => wordsOf(parts)['task-sequence-kind'];
  it('is told by enabled steps that install or upgrade Windows', () => {
    expect(kind([image, install])).toBe('os-image');
    expect(kind([upgrade()])).toBe('os-upgrade');
    expect(kind([install])).toBe('software-or-script');
    expect(kind([{ ...image, off: true }, upgrade()])).toBe('os-upgrade');
  });

  it('isn’t told by Type', () => {
    const held = sequence([{ ...image, off: true }, install]);
    expect(wordsIn(objectXml({ Type: '2', PackageID: 'DEM00007' }, held))['task-sequence-kind']).toBe(
      'software-or-script',
    );
    expect(wordsIn(objectXml({ Type: '1' }, sequence([image])))['task-sequence-kind']).toBe('os-image');
  });

  it('is no upgrade where the step only scans', () => {
    const scan = upgrade({ OSDUpgradeScanOnly: 'true' });
    expect(kind([scan])).toBe('software-or-script');
    expect(inferredIn(sequence([scan]))).toContain('task-sequence-kind');
    expect(kind([scan, upgrade({ OSDUpgradeScanOnly: 'false' })])).toBe('os-upgrade');
  });

  it('is unstated, and that is reported, where a script may install Windows', () => {
    for (const parts of [
      [{ type: 'PartitionDiskAction', runIn: 'WinPE' }, run('cmd /c install.cmd')],
      [run('dism.exe /Apply-Image /ImageFile:install.wim /Index:1 /ApplyDir:W:\\')],
      [{ ...run('cmd /c install.cmd'), runIn: 'WinPE' }],
      [
        {
          type: 'RunPowerShellScriptAction',
          variables: {
            OSDRunPowerShellScriptSourceScript: Buffer.from(
              '\ufeffExpand-WindowsImage -ImagePath x',
              'utf16le',
            ).toString('base64'),
          },
        },
      ],
      [{ type: 'SubTasksequence' }],
      [image, upgrade()],
    ]) {
      expect(kind(parts), JSON.stringify(parts)).toBeUndefined();
      expect(read(sequence(parts)).unread).toContainEqual({ line: 1, text: expect.stringMatching(/kind/) });
    }
  });

  it('is inferred where scripts run, and unstated where nothing is enabled', () => {
    expect(kind([run('cmd /c setup.exe /s')])).toBe('software-or-script');
    expect(inferredIn(sequence([run('cmd /c setup.exe /s')]))).toContain('task-sequence-kind');
    expect(kind([])).toBeUndefined();
    expect(kind([{ ...install, off: true }])).toBeUndefined();
    expect(wordsIn('<sequence version="3.10" />')).toEqual({});
  });
});
