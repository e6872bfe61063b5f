import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTaskSequenceZip } from '../../src/config/task-sequence-zip.js';
import { Unusable } from '../../src/text/problem.js';
import { fuzz, patience } from '../campaign.js';
import { longSequence, objectXml, sequence } from './exported-sequence.js';
import { knowledge, words } from './printed-deployment.js';
import { zipOf } from './zip.js';

const path = 'SMS_TaskSequencePackage/DEM00007/object.xml';
const text = objectXml({ PackageID: 'DEM00007', BootImageID: '' }, sequence([{ type: 'ApplyOperatingSystemAction' }]));
const read = (bytes: Uint8Array) => readTaskSequenceZip(knowledge, bytes);
const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');

describe('An exported zip', () => {
  it('is read as its object.xml, in UTF-8 or UTF-16, with a mark or without', async () => {
    for (const data of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      utf16,
      utf16.subarray(2),
      Buffer.from(utf16).swap16(),
    ]) {
      const { input, subjects, unread } = await read(zipOf([{ path, data }]));
      expect(input).toBe('task-sequence');
      expect(unread).toEqual([]);
      expect(words(subjects[0])).toEqual({
        'task-sequence': 'DEM00007',
        'has-boot-image': 'no',
        'task-sequence-kind': 'os-image',
      });
    }
  });

  it('is read with backslashes in its paths, and beside what else it holds', async () => {
    const zip = zipOf([
      { path: 'SMS_BootImagePackage/DEM00005/object.xml', data: Buffer.from('<INSTANCE/>') },
      { path: path.replaceAll('/', '\\'), data: Buffer.from(text) },
      { path: 'log.txt', data: Buffer.from('x') },
    ]);
    expect((await read(zip)).subjects).toHaveLength(1);
  });

  it('of several task sequences gives several subjects, and says which one isn’t understood', async () => {
    const other = objectXml({}, sequence([{ type: 'SubTasksequence' }]));
    const zip = zipOf([
      { path, data: Buffer.from(text) },
      { path: path.replace('07', '08'), data: Buffer.from(other) },
    ]);
    const { subjects, unread } = await read(zip);
    expect(subjects).toHaveLength(2);
    expect(unread).toEqual([{ line: expect.any(Number), text: expect.stringContaining('DEM00008/object.xml: ') }]);
  });

  it('made by hand from a sequence is read too', async () => {
    expect((await read(zipOf([{ path: 'ts.xml', data: Buffer.from(sequence([])) }]))).subjects).toHaveLength(1);
  });

  it('of almost twenty megabytes is read in seconds', async () => {
    const data = Buffer.from(objectXml({}, longSequence(25_000)));
    expect(data.length).toBeGreaterThan(15_000_000);
    expect(data.length).toBeLessThan(20_971_520);
    const start = performance.now();
    const { subjects } = await read(zipOf([{ path, data }]));
    expect(words(subjects[0])['network-join']).toBe('workgroup');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('A zip that is refused', () => {
  const refused = async (bytes: Uint8Array, why: RegExp) => {
    const start = performance.now();
    const error = await read(bytes).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(Unusable);
    expect(error).toMatchObject({ message: expect.stringMatching(why) });
    expect(performance.now() - start).toBeLessThan(2_000);
  };
  const zeros = Buffer.alloc(30_000_000);

  it('unpacks to more than twenty megabytes, whether it says so or not', async () => {
    await refused(zipOf([{ path, data: zeros }]), /unpacks to more/);
    await refused(
      zipOf([
        { path: 'x.wim', data: zeros },
        { path, data: Buffer.from(text) },
      ]),
      /unpacks to more/,
    );
    await refused(zipOf([{ path, data: zeros, size: 1_000 }]), /can't be read|unpacks to more/);
    await refused(zipOf([{ path, data: Buffer.from(text), size: 0xfffffff0 }]), /unpacks to more/);
    await refused(
      zipOf(Array.from({ length: 30 }, (_, at) => ({ path: `${at}.txt`, data: zeros.subarray(0, 1_000_000) }))),
      /unpacks to more/,
    );
  });

  it('has a path that leaves its folder', async () => {
    for (const name of [`../${path}`, `/${path}`, `C:/${path}`, `a/../../${path}`, `..\\${path}`])
      await refused(zipOf([{ path: name, data: Buffer.from(text) }]), /can't be read/);
  });

  it('holds too many files, none that counts, an encrypted or a damaged one', async () => {
    await refused(
      zipOf(Array.from({ length: 10_001 }, (_, at) => ({ path: `${at}`, data: Buffer.alloc(0) }))),
      /10001 files/,
    );
    await refused(zipOf([{ path: 'a.txt', data: Buffer.from(text) }]), /no task sequence/);
    await refused(zipOf([]), /no task sequence/);
    await refused(zipOf([{ path, data: Buffer.from(text), encrypted: true }]), /encrypted/);
    await refused(zipOf([{ path, data: Buffer.from('<a/>') }]), /object\.xml, line 1/);
    await refused(zipOf([{ path, data: Buffer.from('<!DOCTYPE a><sequence/>') }]), /DOCTYPE/);
    await refused(zipOf([{ path, data: Buffer.from(text) }]).subarray(0, -30), /can't be read/);
    await refused(Buffer.from('PK\u0003\u0004'), /can't be read: .*[^.]\. Export it again\./);
  });

  it(
    'is any that is changed anywhere, or it is read',
    async () => {
      const zip = zipOf([
        { path, data: Buffer.from(text) },
        { path: 'log.txt', data: Buffer.from('x') },
      ]);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
          fc.nat(zip.length),
          async (changes, length) => {
            const bytes = Buffer.from(zip);
            for (const [at, byte] of changes) bytes[at] = byte;
            const error = await read(changes.length % 2 ? bytes : bytes.subarray(0, length)).catch(
              (one: unknown) => one,
            );
            if (error instanceof Error) expect(error).toBeInstanceOf(Unusable);
          },
        ),
        fuzz,
      );
    },
    patience,
  );
});
