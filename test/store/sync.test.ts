import fs from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { realDisk } from '../../src/store/disk.js';
import { sharedSync } from '../../src/store/shared-sync.js';
import { emptyFolder } from './folders.js';

test('a file and a folder are synced before the disk answers', async () => {
  const folder = emptyFolder();
  const handle = await open(folder, 'r');
  const [file, names] = [vi.spyOn(fs, 'fsync'), vi.spyOn(Object.getPrototypeOf(handle), 'sync')];
  await handle.close();
  await realDisk.write(join(folder, 'file'), 'text');
  expect(file).toHaveBeenCalledTimes(1);
  await realDisk.syncFolder(folder);
  expect(names).toHaveBeenCalledTimes(1);
  file.mockRestore();
  names.mockRestore();
});

test('who waits for a folder shares a sync with others, but none that began before', async () => {
  const begun: { folder: string; end: () => void; fail: (error: Error) => void }[] = [];
  const sync = sharedSync((folder) => new Promise((end, fail) => begun.push({ folder, end, fail })));
  const done: string[] = [];
  const waiting = ['first', 'second', 'third'].map((who) => sync('a').then(() => done.push(who)));
  const other = sync('b');
  expect(begun.map(({ folder }) => folder)).toEqual(['a', 'b']);
  begun[0]?.end();
  await waiting[0];
  await vi.waitFor(() => expect(begun).toHaveLength(3));
  expect(done).toEqual(['first']);
  begun[2]?.end();
  await Promise.all(waiting);
  begun[1]?.end();
  await other;
  expect(begun).toHaveLength(3);
});

test('a sync that fails is told to those who shared it, and to nobody after', async () => {
  let begun = 0;
  const sync = sharedSync(async () => {
    begun += 1;
    if (begun === 1) throw new Error('EIO');
  });
  const [first, next] = [sync('a'), sync('a')];
  await expect(first).rejects.toThrow('EIO');
  await next;
  await sync('a');
  expect(begun).toBe(3);
});
