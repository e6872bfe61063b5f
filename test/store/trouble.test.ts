import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realDisk } from '../../src/store/disk.js';
import { emptyFolder, filesBelow, opening } from './folders.js';
import { sample, samples } from './sample-kind.js';
import { troubledDisks } from './troubled-disk.js';

/** Large enough that what is left of a page can't take it. */
const large = { ...sample(2), title: 'x'.repeat(100_000) };

describe.each(troubledDisks)('on %s', (_, diskOf) => {
  test('a full disk is told, the entry is as it was, and space makes it go on', async () => {
    const { folder, disk, fill, heal } = diskOf();
    const { store, notes } = await opening(folder, { disk });
    const entries = await store.entries(samples);
    const id = await entries.add(sample(1));
    const before = filesBelow(folder);
    fill();
    const full = { why: 'full', message: expect.stringMatching(/ENOSPC.*still there.*Free some space/) };
    await expect(entries.put(id, large)).rejects.toMatchObject(full);
    await expect(entries.add(large)).rejects.toMatchObject(full);
    await expect(entries.update(id, () => large)).rejects.toMatchObject(full);
    expect(await entries.get(id)).toEqual(sample(1));
    expect(entries.list()).toMatchObject([{ id, facts: { title: 'sample 1' } }]);
    heal();
    expect(filesBelow(folder).filter((path) => !path.endsWith('index.jsonl'))).toEqual(
      before.filter((path) => !path.endsWith('index.jsonl')),
    );
    await entries.put(id, large);
    await store.close();
    const again = await opening(folder, { disk });
    expect(await (await again.store.entries(samples)).get(id)).toEqual(large);
    expect([...notes, ...again.notes]).toEqual([]);
  });

  test('entries can be deleted on a full disk', async () => {
    const { folder, disk, fill } = diskOf();
    const entries = await (await opening(folder, { disk })).store.entries(samples);
    const id = await entries.add(sample(1));
    fill();
    expect(await entries.delete(id)).toBe(true);
    expect(await entries.get(id)).toBeUndefined();
  });

  test('a folder that becomes read-only is told, reading goes on, and so does writing once it can', async () => {
    const { folder, disk, lock, heal } = diskOf();
    const { store } = await opening(folder, { disk });
    const entries = await store.entries(samples);
    const id = await entries.add(sample(1));
    lock();
    const refused = { why: 'read-only', message: expect.stringMatching(/EROFS.*TSDEPLOY_DATA/) };
    await expect(entries.put(id, sample(2))).rejects.toMatchObject(refused);
    await expect(entries.add(sample(2))).rejects.toMatchObject(refused);
    await expect(entries.delete(id)).rejects.toMatchObject(refused);
    expect(await entries.get(id)).toEqual(sample(1));
    heal();
    await entries.put(id, sample(3));
    expect(await entries.get(id)).toEqual(sample(3));
    expect(await entries.delete(id)).toBe(true);
  });

  test('a store is not opened in a read-only folder, or on a full disk', async () => {
    const { folder, disk, fill, lock, heal } = diskOf();
    lock();
    await expect(opening(join(folder, 'data'), { disk })).rejects.toMatchObject({ why: 'read-only' });
    heal();
    fill();
    await expect(
      opening(join(folder, 'data'), { disk }).then(({ store }) => store.entries(samples)),
    ).rejects.toMatchObject({ why: 'full' });
    heal();
    expect(filesBelow(folder).filter((path) => basename(path).startsWith('held-'))).toEqual([]);
    const { store } = await opening(join(folder, 'data'), { disk });
    fill();
    await expect(store.entries(samples)).rejects.toMatchObject({ why: 'full' });
    heal();
    expect((await store.entries(samples)).list()).toEqual([]);
  });
});

test('a folder whose path is a file is told', async () => {
  const folder = emptyFolder();
  await realDisk.write(join(folder, 'data'), '');
  await expect(opening(join(folder, 'data'))).rejects.toMatchObject({
    why: 'broken',
    message: expect.stringContaining('EEXIST'),
  });
});

test('what a failed sync of the folder leaves is not taken for kept', async () => {
  const folder = emptyFolder();
  let fails = false;
  const syncFolder = async (path: string) => {
    if (fails && path.startsWith(join(folder, 'samples'))) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    return realDisk.syncFolder(path);
  };
  const { store } = await opening(folder, { disk: { ...realDisk, syncFolder } });
  const entries = await store.entries(samples);
  const id = await entries.add(sample(1));
  fails = true;
  await expect(entries.put(id, sample(2))).rejects.toMatchObject({ why: 'broken' });
  fails = false;
  expect(await entries.get(id)).toEqual(sample(1));
  await store.close();
  const again = await opening(folder);
  expect(await (await again.store.entries(samples)).get(id)).toEqual(sample(1));
});

test('a replaced file that can not be removed yet does not come back when its entry is deleted', async () => {
  const folder = emptyFolder();
  let fails = false;
  const remove = async (path: string) => {
    if (fails && dirname(dirname(path)) === join(folder, 'samples'))
      throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
    return realDisk.remove(path);
  };
  const { store } = await opening(folder, { disk: { ...realDisk, remove } });
  const entries = await store.entries(samples);
  const id = await entries.add(sample(1));
  fails = true;
  await entries.put(id, sample(2));
  await expect(entries.delete(id)).rejects.toMatchObject({ why: 'broken' });
  expect(await entries.get(id)).toEqual(sample(2));
  fails = false;
  await entries.delete(id);
  await store.close();
  const again = await opening(folder);
  expect((await again.store.entries(samples)).list()).toEqual([]);
  expect(existsSync(join(folder, 'samples'))).toBe(true);
});

test('an entry that may not be read at the start is told and stays, and the rest goes on', async () => {
  const folder = emptyFolder();
  const before = await opening(folder);
  const kept = await before.store.entries(samples);
  const [hidden, seen] = [await kept.add(sample(1)), await kept.add(sample(2))];
  await before.store.close();
  await realDisk.remove(join(folder, 'samples', 'index.jsonl'));
  const read = async (path: string) => {
    if (path.includes(hidden)) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    return realDisk.read(path);
  };
  const { store, notes } = await opening(folder, { disk: { ...realDisk, read } });
  const entries = await store.entries(samples);
  expect(notes).toMatchObject([
    { what: 'unreadable', file: expect.stringContaining(hidden), why: 'EACCES' },
    { what: 'rebuilt' },
  ]);
  await expect(entries.put(hidden, sample(3))).rejects.toMatchObject({ why: 'unreadable' });
  expect(await entries.get(seen)).toEqual(sample(2));
  await store.close();
  const again = await opening(folder);
  expect(await (await again.store.entries(samples)).get(hidden)).toEqual(sample(1));
});
