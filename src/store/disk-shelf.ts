import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.js';
import { entryFile } from './entry-file.js';
import type { Journal } from './journal.js';
import type { Tell } from './note.js';
import { damagedIn, folderOf, pathOf } from './place.js';
import { sharedSync } from './shared-sync.js';
import type { Shelf } from './shelf.js';
import { codeOf } from './trouble.js';

/** Answers the shelf that is a folder on a disk. */
export function diskShelf<Fact extends string>(
  disk: Disk,
  kindFolder: string,
  journal: Pick<Journal<Fact>, 'note'>,
  mustHold: () => Promise<void>,
  tell: Tell,
): Shelf<Fact> {
  const syncFolder = sharedSync(disk.syncFolder);
  return {
    place: kindFolder,
    file: (id, serial) => entryFile(disk, pathOf(kindFolder, { id, serial }), syncFolder),
    async remove(id, serial) {
      await disk.remove(pathOf(kindFolder, { id, serial })).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
      });
    },
    settle: (id) => syncFolder(folderOf(kindFolder, id)),
    setAside: (id, serial, why) => setAside(disk, pathOf(kindFolder, { id, serial }), why, tell),
    note: journal.note,
    mustHold,
  };
}

/** Moves a damaged file out of the way and tells so. */
export async function setAside(disk: Disk, file: string, why: string, tell: Tell): Promise<void> {
  const folder = damagedIn(dirname(dirname(file)));
  const movedTo = join(folder, basename(file));
  await disk.makeFolder(folder);
  await disk.rename(file, movedTo);
  tell({ what: 'damaged', file, why, movedTo });
}
