import { join } from 'node:path';
import { type Id, isId } from './id.js';

/** Which entry a file belongs to, and which put wrote it. */
export interface FileName {
  readonly id: Id;
  readonly serial: number;
}

/** The folders of a kind, so that none gets too long: one for each first digit of an id. */
export const digits: readonly string[] = [...'0123456789abcdef'];

const pattern = /^([0-9a-f]{32})\.([1-9]\d{0,14})\.json$/;

/** Answers what the name of an entry's file says, or null where it is no such name. */
export function fileName(name: string): FileName | null {
  const [, id = '', serial = ''] = pattern.exec(name) ?? [];
  return isId(id) ? { id, serial: Number(serial) } : null;
}

/** Answers the folder of an entry's files, below the folder of its kind. Throws where the id isn't one. */
export function folderOf(kindFolder: string, id: Id): string {
  if (!isId(id)) throw new TypeError('not an id');
  return join(kindFolder, id.slice(0, 1));
}

/** Answers the path of the file that a put wrote. */
export const pathOf = (kindFolder: string, { id, serial }: FileName): string =>
  join(folderOf(kindFolder, id), `${id}.${serial}.json`);

/** Answers the folder that damaged files of a kind are set aside in. */
export const damagedIn = (kindFolder: string): string => join(kindFolder, 'damaged');
