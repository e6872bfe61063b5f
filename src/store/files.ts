import { basename, join } from 'node:path';
import type { Disk } from './disk.js';
import { temporary } from './entry-file.js';
import type { Id } from './id.js';
import { indexPath } from './index-file.js';
import { digits, fileName, pathOf } from './place.js';
import { codeOf } from './trouble.js';

/** The files in the folders of a kind, told from their names alone. */
export interface Files {
  /** The serial number of each entry's newest file. */
  readonly newest: ReadonlyMap<Id, number>;
  /** Paths of what a write or a removal left behind. */
  readonly leftovers: readonly string[];
}

const unfinished = temporary('');

/** Answers the files of a kind; names that aren't ours count as nothing. */
export async function filesIn(disk: Disk, kindFolder: string): Promise<Files> {
  const newest = new Map<Id, number>();
  const leftovers: string[] = [];
  if ((await namesIn(disk, kindFolder)).includes(basename(temporary(indexPath(kindFolder)))))
    leftovers.push(temporary(indexPath(kindFolder)));
  const found = await Promise.all(digits.map((digit) => namesIn(disk, join(kindFolder, digit))));
  for (const [at, names] of found.entries())
    for (const name of names.filter((one) => one.startsWith(digits[at] ?? ''))) {
      const file = fileName(name);
      const known = file ? (newest.get(file.id) ?? 0) : 0;
      if (file) newest.set(file.id, Math.max(known, file.serial));
      if (file && known > 0) leftovers.push(pathOf(kindFolder, { ...file, serial: Math.min(known, file.serial) }));
      if (!file && name.endsWith(unfinished) && fileName(name.slice(0, -unfinished.length)))
        leftovers.push(join(kindFolder, name.slice(0, 1), name));
    }
  return { newest, leftovers };
}

async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  try {
    return await disk.names(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
