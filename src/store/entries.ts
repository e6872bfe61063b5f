import { subDays } from 'date-fns/subDays';
import { type Id, isId, newId } from './id.js';
import { keepOn } from './keep.js';
import type { Kind } from './kind.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Entries } from './port.js';
import type { Found, Shelf } from './shelf.js';
import { someAtOnce } from './some-at-once.js';
import { closedTrouble, newerTrouble, unreadableTrouble } from './trouble.js';

/** The entries of an open kind. */
export interface OpenEntries<T, Fact extends string> extends Entries<T, Fact> {
  /** Removes what is past its days. */
  sweep(): Promise<void>;
  /** Refuses everything from now on, and waits for what is under way. */
  stop(): Promise<void>;
}

/** So many entries past their days are removed in passing with each change. */
const inPassing = 2;

/** Answers the entries of a kind that stand on a shelf. */
export function entriesOn<T, Fact extends string>(
  kind: Kind<T, Fact>,
  shelf: Shelf<Fact>,
  { rows, untouched, serial }: Found<Fact>,
  now: () => number,
): OpenEntries<T, Fact> {
  const keep = keepOn(kind, shelf, rows, serial, now);
  const queue = oneAtATime();
  let closed = false;

  const oldest = () => subDays(now(), kind.days).getTime();
  const past = (id: Id) => (rows.get(id)?.at ?? Number.POSITIVE_INFINITY) <= oldest();
  const mustBeOpen = () => {
    if (closed) throw closedTrouble(shelf.place);
  };
  async function take<R>(id: Id, work: () => Promise<R>): Promise<R> {
    mustBeOpen();
    if (!isId(id)) throw new TypeError(`${kind.name}: not an id`);
    return queue(id, async () => {
      await shelf.mustHold();
      const why = untouched.get(id);
      if (why)
        throw 'newer' in why ? newerTrouble(shelf.place, why.newer) : unreadableTrouble(shelf.place, why.unreadable);
      if (past(id)) await keep.remove(id);
      return work();
    });
  }
  async function sweep(most: number): Promise<void> {
    const expired: Id[] = [];
    for (const { id } of rows.all()) {
      if (expired.length >= most || !past(id)) break;
      expired.push(id);
    }
    await someAtOnce(expired, (id) => queue(id, async () => past(id) && keep.remove(id)));
  }
  async function write(id: Id, value: T): Promise<void> {
    await keep.write(id, value);
    // What can't be removed now is tried again with the next change.
    void sweep(inPassing).catch(() => {});
  }
  return {
    async add(value) {
      const id = newId();
      await take(id, () => write(id, value));
      return id;
    },
    get: (id) => take(id, () => keep.read(id)),
    put: (id, value) => take(id, () => write(id, value)),
    update: (id, change) =>
      take(id, async () => {
        const kept = await keep.read(id);
        const next = change(kept);
        if (next === undefined) await keep.remove(id);
        else if (next !== kept) await write(id, next);
        return next;
      }),
    delete: (id) => take(id, () => keep.remove(id)),
    list(where) {
      mustBeOpen();
      return rows.list(where, oldest());
    },
    sweep: () => sweep(Number.POSITIVE_INFINITY),
    async stop() {
      closed = true;
      await queue.idle();
    },
  };
}
