import type { Id } from './id.js';

/** Files that are of no use any more. What couldn't be removed is tried again when the entry changes next. */
export interface Spent {
  add(id: Id, serial: number): void;
  /** Removes an entry's files in the order they were added. Throws at the first that can't be removed. */
  clear(id: Id): Promise<void>;
}

/** Answers an empty list of files that `remove` removes. */
export function spentFiles(remove: (id: Id, serial: number) => Promise<void>): Spent {
  const left = new Map<Id, Set<number>>();
  return {
    add(id, serial) {
      left.set(id, (left.get(id) ?? new Set()).add(serial));
    },
    async clear(id) {
      for (const serial of left.get(id) ?? []) {
        await remove(id, serial);
        left.get(id)?.delete(serial);
      }
      left.delete(id);
    },
  };
}
