import type { Adapter } from 'lowdb';
import type { Content } from './entry-file.js';
import type { Id } from './id.js';
import type { Row } from './port.js';
import type { Rows } from './rows.js';

/** Where the entries of a kind stand: a file for each put, known by the entry's id and the put's serial number. */
export interface Shelf<Fact extends string> {
  /** What a person finds the entries by. */
  readonly place: string;
  file(id: Id, serial: number): Adapter<Content | null>;
  /** Removes a file, if there is one. */
  remove(id: Id, serial: number): Promise<void>;
  /** Waits until what was removed of an entry stays removed. */
  settle(id: Id): Promise<void>;
  /** Puts a damaged file where a person finds it. */
  setAside(id: Id, serial: number, why: string): Promise<void>;
  /** Takes a row down for the next start. */
  note(row: Row<Fact>): void;
  /** Throws StoreTrouble where the shelf isn't ours to write to any more. */
  mustHold(): Promise<void>;
}

/** What was found on a shelf at the start. */
export interface Found<Fact extends string> {
  readonly rows: Rows<Fact>;
  /** Entries that stay untouched, with the reason. */
  readonly untouched: ReadonlyMap<Id, Untouched>;
  /** The highest serial number ever seen. */
  readonly serial: number;
}

/** Why an entry can't be read, though its file isn't damaged: the version that wrote it, or the system's error. */
export type Untouched = { readonly newer: number } | { readonly unreadable: string };
