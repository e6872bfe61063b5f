import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Disk } from './disk.js';
import { temporary } from './entry-file.js';
import { type Id, isId } from './id.js';
import { factNames, factRecord, type Kind } from './kind.js';
import type { Row } from './port.js';

/** What an index file says: the last row of each entry, and how many lines it takes. */
export interface IndexRead<Fact extends string> {
  readonly rows: ReadonlyMap<Id, Row<Fact>>;
  readonly serial: number;
  readonly lines: number;
}

/** Answers the path of a kind's index. */
export const indexPath = (kindFolder: string): string => join(kindFolder, 'index.jsonl');

/** The first line: an index whose rows were made otherwise is of no use. */
export const headerOf = <T, Fact extends string>(kind: Kind<T, Fact>): string =>
  JSON.stringify({ kind: kind.name, version: kind.version, facts: factNames(kind) });

/** Answers a row as a line: a check sum, since the journal is never synced and may come back with holes, and the cells. */
export function lineOf<Fact extends string>({ id, serial, at, facts }: Row<Fact>, names: readonly Fact[]): string {
  const cells = JSON.stringify([id, serial, at, ...names.map((name) => facts[name])]);
  return `${crc32(cells)} ${cells}`;
}

/** Reads the index of a kind; null where there is none for this version. Damaged lines are left out. */
export async function readIndex<T, Fact extends string>(
  disk: Disk,
  kindFolder: string,
  kind: Kind<T, Fact>,
): Promise<IndexRead<Fact> | null> {
  const text = await disk.read(indexPath(kindFolder)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  const [header, ...lines] = text.split('\n');
  if (header !== headerOf(kind)) return null;
  const names = factNames(kind);
  const rows = new Map<Id, Row<Fact>>();
  let serial = 0;
  for (const line of lines) {
    const row = line === '' ? null : rowOf(names, line);
    if (!row) continue;
    serial = Math.max(serial, row.serial);
    if (row.serial > (rows.get(row.id)?.serial ?? 0)) rows.set(row.id, row);
  }
  return { rows, serial, lines: lines.length };
}

function rowOf<Fact extends string>(names: readonly Fact[], line: string): Row<Fact> | null {
  const [id, serial, at, ...texts] = cellsOf(line);
  if (typeof id !== 'string' || !isId(id) || typeof serial !== 'number' || typeof at !== 'number') return null;
  if (!Number.isSafeInteger(serial) || serial < 1 || !Number.isFinite(at)) return null;
  if (texts.length !== names.length || !texts.every((text) => typeof text === 'string')) return null;
  return { id, serial, at, facts: factRecord(names, (_, index) => texts[index] ?? '') };
}

function cellsOf(line: string): readonly unknown[] {
  const space = line.indexOf(' ');
  const text = line.slice(space + 1);
  if (line.slice(0, Math.max(space, 0)) !== String(crc32(text))) return [];
  try {
    const cells: unknown = JSON.parse(text);
    return Array.isArray(cells) ? cells : [];
  } catch {
    return [];
  }
}

/** Writes an index anew, beside the old one until it is whole. */
export async function writeIndex<T, Fact extends string>(
  disk: Disk,
  kindFolder: string,
  kind: Kind<T, Fact>,
  rows: Iterable<Row<Fact>>,
): Promise<void> {
  const path = indexPath(kindFolder);
  const names = factNames(kind);
  const lines = [headerOf(kind), ...[...rows].map((row) => lineOf(row, names))];
  await disk.write(temporary(path), `${lines.join('\n')}\n`);
  await disk.rename(temporary(path), path);
}
