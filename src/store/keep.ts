import { Low } from 'lowdb';
import type { Content } from './entry-file.js';
import { mustReadAgain, opened, sealed } from './envelope.js';
import type { Id } from './id.js';
import { factsOf, type Kind } from './kind.js';
import type { Row } from './port.js';
import type { Rows } from './rows.js';
import type { Shelf } from './shelf.js';
import { spentFiles } from './spent.js';
import { newerTrouble, troubleOf } from './trouble.js';

/** Reads and changes one entry, index row included; never two calls for the same entry at a time. */
export interface Keep<T> {
  read(id: Id): Promise<T | undefined>;
  write(id: Id, value: T): Promise<void>;
  /** Answers whether there was an entry. */
  remove(id: Id): Promise<boolean>;
}

/** How many of the entries put last are remembered: those that people are at. */
const mostRecent = 500;

/** Answers how the entries on a shelf are read and changed; `serial` is the highest serial number so far. */
export function keepOn<T, Fact extends string>(
  kind: Kind<T, Fact>,
  shelf: Shelf<Fact>,
  rows: Rows<Fact>,
  serial: number,
  now: () => number,
): Keep<T> {
  const spent = spentFiles(shelf.remove);
  const told = <R>(work: Promise<R>): Promise<R> =>
    work.catch((error: unknown) => {
      throw troubleOf(error, shelf.place);
    });
  let last = serial;
  // Nobody else writes here: what was put last needn't be read once more.
  const recent = new Map<Id, { readonly serial: number; readonly value: T }>();
  const remember = (id: Id, at: number, value: T) => {
    recent.delete(id);
    recent.set(id, { serial: at, value });
    const [oldest] = recent.keys();
    if (recent.size > mostRecent && oldest !== undefined) recent.delete(oldest);
  };
  return {
    async read(id) {
      const row = rows.get(id);
      if (!row) return undefined;
      const known = recent.get(id);
      if (known?.serial === row.serial) return structuredClone(known.value);
      const low = new Low<Content | null>(shelf.file(id, row.serial), null);
      await told(low.read());
      const entry = low.data && opened(kind, id, low.data);
      if (entry && 'value' in entry) return entry.value;
      if (entry && 'newer' in entry) throw newerTrouble(shelf.place, entry.newer);
      if (entry) await told(shelf.setAside(id, row.serial, entry.damaged));
      rows.drop(id);
      return undefined;
    },
    async write(id, value) {
      const read = mustReadAgain(kind, value);
      last += 1;
      const before = rows.get(id);
      const row: Row<Fact> = { id, serial: last, at: now(), facts: factsOf(kind, value) };
      const low = new Low<Content | null>(shelf.file(id, row.serial), { json: sealed(kind, id, row.at, value) });
      try {
        await told(low.write());
      } catch (error) {
        spent.add(id, row.serial);
        throw error;
      }
      rows.set(row);
      remember(id, row.serial, read);
      shelf.note(row);
      if (before) spent.add(id, before.serial);
      await spent.clear(id).catch(() => {});
    },
    async remove(id) {
      const row = rows.get(id);
      if (!row) return false;
      spent.add(id, row.serial);
      await told(spent.clear(id));
      rows.drop(id);
      recent.delete(id);
      await told(shelf.settle(id));
      return true;
    },
  };
}
