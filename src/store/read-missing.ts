import type { Disk } from './disk.js';
import { setAside } from './disk-shelf.js';
import type { Id } from './id.js';
import { factsOf, type Kind } from './kind.js';
import type { Tell } from './note.js';
import { pathOf } from './place.js';
import type { Row } from './port.js';
import { readEntry } from './read-entry.js';
import type { Untouched } from './shelf.js';
import { someAtOnce } from './some-at-once.js';

/** The rows of a kind's files. */
export interface RowsFound<Fact extends string> {
  /** Rows of the index that stand for a file as it is. */
  readonly known: readonly Row<Fact>[];
  /** Rows of the files that had to be read. */
  readonly read: readonly Row<Fact>[];
  readonly untouched: ReadonlyMap<Id, Untouched>;
}

/** Answers a row for each file: the index's where it is of the same put, else made from the entry. Damaged files are set aside. */
export async function readMissing<T, Fact extends string>(
  disk: Disk,
  kindFolder: string,
  kind: Kind<T, Fact>,
  newest: ReadonlyMap<Id, number>,
  index: ReadonlyMap<Id, Row<Fact>> | undefined,
  tell: Tell,
): Promise<RowsFound<Fact>> {
  const known: Row<Fact>[] = [];
  const read: Row<Fact>[] = [];
  const missing: { id: Id; serial: number }[] = [];
  const untouched = new Map<Id, Untouched>();
  for (const [id, serial] of newest) {
    const row = index?.get(id);
    if (row?.serial === serial) known.push(row);
    else missing.push({ id, serial });
  }
  await someAtOnce(missing, async (file) => {
    const entry = await readEntry(disk, kindFolder, kind, file);
    if (!entry) return;
    if ('value' in entry) read.push({ ...file, at: entry.at, facts: factsOf(kind, entry.value) });
    else if ('damaged' in entry) await setAside(disk, pathOf(kindFolder, file), entry.damaged, tell);
    else untouched.set(file.id, entry);
    if ('unreadable' in entry) tell({ what: 'unreadable', file: pathOf(kindFolder, file), why: entry.unreadable });
  });
  const newer = [...untouched.values()].flatMap((why) => ('newer' in why ? [why.newer] : []));
  const [version] = newer.sort((a, b) => b - a);
  if (version !== undefined) tell({ what: 'newer', kind: kind.name, count: newer.length, version });
  return { known, read, untouched };
}
