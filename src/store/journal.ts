import type { Disk } from './disk.js';
import { indexPath, lineOf, writeIndex } from './index-file.js';
import { factNames, type Kind } from './kind.js';
import type { Row } from './port.js';
import type { Rows } from './rows.js';

/** Takes down the rows of an index while it is in use. */
export interface Journal<Fact extends string> {
  /** Adds a row soon. A row that never gets there is read from its entry at the next start. */
  note(row: Row<Fact>): void;
  /** Writes what is still to be written. */
  finish(): Promise<void>;
}

/** How long rows wait for others, in milliseconds. */
const gatherMs = 250;

/** An index is written anew once it has so many lines for each row, and these. */
const linesForARow = 2;
const linesBesides = 10_000;

/** Answers a journal at the end of an index with so many lines. */
export function journalOf<T, Fact extends string>(
  disk: Disk,
  kindFolder: string,
  kind: Kind<T, Fact>,
  found: number,
  rows: Pick<Rows<Fact>, 'size' | 'all'>,
): Journal<Fact> {
  const names = factNames(kind);
  let pending: string[] = [];
  let lines = found;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  async function write(): Promise<void> {
    if (pending.length === 0) return;
    const text = pending.join('\n');
    lines += pending.length;
    pending = [];
    if (lines <= linesForARow * rows.size + linesBesides) return disk.append(indexPath(kindFolder), `\n${text}\n`);
    lines = rows.size;
    await writeIndex(disk, kindFolder, kind, rows.all());
  }
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    // The entries are what counts: an index that can't be written is made anew at the next start.
    writing = writing.then(write).catch(() => {});
    return writing;
  };
  return {
    note(row) {
      pending.push(lineOf(row, names));
      timer ??= setTimeout(flush, gatherMs).unref();
    },
    finish: flush,
  };
}
