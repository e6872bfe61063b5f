import { join } from 'node:path';
import type { Disk } from './disk.js';
import { temporary } from './entry-file.js';
import type { Id } from './id.js';
import { digits, fileName, folderOf, pathOf } from './place.js';
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
  const found = await Promise.all(digits.map((digit) => namesIn(disk, join(kindFolder, digit))));
  for (const { folder, name } of found.flat()) {
    if (name.endsWith(unfinished) && fileName(name.slice(0, -unfinished.length))) leftovers.push(join(folder, name));
    const file = fileName(name);
    if (!file || folderOf(kindFolder, file.id) !== folder) continue;
    const known = newest.get(file.id) ?? 0;
    newest.set(file.id, Math.max(known, file.serial));
    if (known > 0) leftovers.push(pathOf(kindFolder, { id: file.id, serial: Math.min(known, file.serial) }));
  }
  return { newest, leftovers };
}

async function namesIn(disk: Disk, folder: string): Promise<{ folder: string; name: string }[]> {
  try {
    return (await disk.names(folder)).map((name) => ({ folder, name }));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
