import { dirname, join } from 'node:path';
import type { Disk } from './disk.js';
import { diskShelf } from './disk-shelf.js';
import { entriesOn, type OpenEntries } from './entries.js';
import { filesIn } from './files.js';
import { readIndex, writeIndex } from './index-file.js';
import { journalOf } from './journal.js';
import type { Kind } from './kind.js';
import type { Tell } from './note.js';
import { digits } from './place.js';
import { readMissing } from './read-missing.js';
import { rowsOf } from './rows.js';
import { someAtOnce } from './some-at-once.js';

/** What the kinds of a store stand on. */
export interface Ground {
  readonly disk: Disk;
  readonly folder: string;
  readonly tell: Tell;
  readonly now: () => number;
  /** Throws StoreTrouble where the folder isn't ours any more. */
  readonly mustHold: () => Promise<void>;
}

/** Opens a kind: cleans up, and reads only those entries that the index doesn't know as they are. */
export async function openKind<T, Fact extends string>(
  { disk, folder, tell, now, mustHold }: Ground,
  kind: Kind<T, Fact>,
): Promise<OpenEntries<T, Fact>> {
  const kindFolder = join(folder, kind.name);
  await makeFolders(disk, kindFolder);
  const [files, index] = await Promise.all([filesIn(disk, kindFolder), readIndex(disk, kindFolder, kind)]);
  await someAtOnce(files.leftovers, disk.remove);
  const { known, read, untouched } = await readMissing(disk, kindFolder, kind, files.newest, index?.rows, tell);
  const rows = rowsOf([...known, ...read].sort((a, b) => a.serial - b.serial));
  if (!index) await writeIndex(disk, kindFolder, kind, rows.all());
  if (!index && rows.size > 0) tell({ what: 'rebuilt', kind: kind.name, count: rows.size });

  const journal = journalOf(disk, kindFolder, kind, index?.lines ?? rows.size, rows);
  if (index) for (const row of read) journal.note(row);
  // Numbers of entries that are gone count too: their rows may still stand in the index.
  const serial = [...files.newest.values()].reduce((most, one) => Math.max(most, one), index?.serial ?? 0);
  const shelf = diskShelf<Fact>(disk, kindFolder, journal, mustHold, tell);
  const entries = entriesOn(kind, shelf, { rows, untouched, serial }, now);
  await entries.sweep();
  return {
    ...entries,
    async stop() {
      await entries.stop();
      await journal.finish();
    },
  };
}

/** Makes the folders of a kind where one is missing, so that no put has to. */
async function makeFolders(disk: Disk, kindFolder: string): Promise<void> {
  await disk.makeFolder(kindFolder);
  const there = new Set(await disk.names(kindFolder));
  const missing = digits.filter((digit) => !there.has(digit));
  if (missing.length === 0) return;
  await someAtOnce(missing, (digit) => disk.makeFolder(join(kindFolder, digit)));
  const folder = dirname(kindFolder);
  await Promise.all([disk.syncFolder(kindFolder), disk.syncFolder(folder)]);
  // The folder above may be none of ours.
  await disk.syncFolder(dirname(folder)).catch(() => {});
}
