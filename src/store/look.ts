import { join } from 'node:path';
import { subDays } from 'date-fns/subDays';
import { type Disk, realDisk } from './disk.js';
import { filesIn } from './files.js';
import type { Id } from './id.js';
import type { Kind } from './kind.js';
import { readEntry } from './read-entry.js';
import { someAtOnce } from './some-at-once.js';

/** An entry as it was found. */
export interface Seen<T> {
  readonly id: Id;
  readonly at: number;
  readonly value: T;
}

/**
 * Answers all entries of a kind in a folder, newest first, while another process may hold and change it. Changes
 * nothing; what can't be read or is past its days is left out.
 */
export async function lookAt<T, Fact extends string>(
  folder: string,
  kind: Kind<T, Fact>,
  now: number = Date.now(),
  disk: Disk = realDisk,
): Promise<Seen<T>[]> {
  const kindFolder = join(folder, kind.name);
  const found = new Map<Id, Seen<T> & { readonly serial: number }>();
  let missed = true;
  // A file that was just replaced is gone when it is read: the second look finds the one in its place.
  for (let looks = 0; missed && looks < 5; looks++) {
    missed = false;
    const { newest } = await filesIn(disk, kindFolder);
    const fresh = [...newest].filter(([id, serial]) => found.get(id)?.serial !== serial);
    await someAtOnce(fresh, async ([id, serial]) => {
      const entry = await readEntry(disk, kindFolder, kind, { id, serial });
      if (!entry) missed = true;
      else if ('value' in entry) found.set(id, { id, serial, at: entry.at, value: entry.value });
    });
  }
  const oldest = subDays(now, kind.days).getTime();
  return [...found.values()]
    .filter(({ at }) => at > oldest)
    .sort((a, b) => b.serial - a.serial)
    .map(({ id, at, value }) => ({ id, at, value }));
}
