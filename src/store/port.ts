import type { Id } from './id.js';
import type { Kind } from './kind.js';

/** What is kept between starts, by kinds of entries. */
export interface Store {
  /** Opens a kind, once. Throws StoreTrouble where its folder can't be used. */
  entries<T, Fact extends string>(kind: Kind<T, Fact>): Promise<Entries<T, Fact>>;
  /** Waits for what is under way and gives the folder back; everything after it is refused. */
  close(): Promise<void>;
}

/**
 * The entries of a kind. What is done to one entry happens in the order of the calls. A change is on the disk when its
 * promise resolves; where it throws StoreTrouble, the entry is as it was.
 */
export interface Entries<T, Fact extends string> {
  /** Keeps a new entry; answers its id. */
  add(value: T): Promise<Id>;
  /** Answers the entry; undefined where there is none, it is past its days, or its file was damaged. */
  get(id: Id): Promise<T | undefined>;
  /** Keeps the value under an id, in place of what was there. */
  put(id: Id, value: T): Promise<void>;
  /**
   * Keeps what `change` makes of the entry, and answers it; nothing is written where it answers the same object, and
   * undefined removes the entry. Nothing else happens to the entry in between. What it throws, this throws.
   */
  update(id: Id, change: (kept: T | undefined) => T | undefined): Promise<T | undefined>;
  /** Removes an entry; answers whether there was one. */
  delete(id: Id): Promise<boolean>;
  /** Answers the index rows with all these facts, the newest put first. Reads no entry. */
  list(where?: Readonly<Partial<Record<Fact, string>>>): Row<Fact>[];
}

/** What the index holds of an entry. */
export interface Row<Fact extends string> {
  readonly id: Id;
  /** Counts the puts of a kind: the higher, the newer. */
  readonly serial: number;
  /** When it was last put, in milliseconds since 1970. */
  readonly at: number;
  readonly facts: Readonly<Record<Fact, string>>;
}
