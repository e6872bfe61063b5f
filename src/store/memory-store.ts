import type { Adapter } from 'lowdb';
import { entriesOn, type OpenEntries } from './entries.js';
import type { Content } from './entry-file.js';
import type { Id } from './id.js';
import { mustBeSound } from './kind.js';
import type { Store } from './port.js';
import { rowsOf } from './rows.js';
import type { Shelf } from './shelf.js';
import { closedTrouble } from './trouble.js';

/** Opens a store that keeps everything in memory, until the process ends. */
export function openMemoryStore(now: () => number = Date.now): Store {
  const kinds = new Map<string, Pick<OpenEntries<never, never>, 'stop'>>();
  let closed = false;
  return {
    async entries(kind) {
      mustBeSound(kind);
      if (closed) throw closedTrouble('memory');
      if (kinds.has(kind.name)) throw new Error(`${kind.name} is open already`);
      const entries = entriesOn(kind, memoryShelf(), { rows: rowsOf([]), untouched: new Map(), serial: 0 }, now);
      kinds.set(kind.name, entries);
      return entries;
    },
    async close() {
      closed = true;
      await Promise.all([...kinds.values()].map(({ stop }) => stop()));
    },
  };
}

function memoryShelf(): Shelf<string> {
  const texts = new Map<string, string>();
  const name = (id: Id, serial: number) => `${id}.${serial}`;
  return {
    place: 'memory',
    file: (id, serial): Adapter<Content | null> => ({
      async read() {
        const text = texts.get(name(id, serial));
        return text === undefined ? null : { json: JSON.parse(text) };
      },
      async write(content) {
        if (content && 'json' in content) texts.set(name(id, serial), JSON.stringify(content.json));
      },
    }),
    async remove(id, serial) {
      texts.delete(name(id, serial));
    },
    settle: async () => {},
    setAside: async () => {},
    note: () => {},
    mustHold: async () => {},
  };
}
