import type { Disk } from './disk.js';
import { entryFile } from './entry-file.js';
import { type Opened, opened } from './envelope.js';
import type { Form } from './kind.js';
import { type FileName, pathOf } from './place.js';
import { codeOf } from './trouble.js';

/** What an entry's file turned out to be: `unreadable` with the system's code, null where it isn't there. */
export type EntryRead<T> = Opened<T> | { readonly unreadable: string } | null;

/** Reads the file of an entry, so that whatever is wrong with it leaves the others alone. */
export async function readEntry<T>(
  disk: Disk,
  kindFolder: string,
  kind: Form<T>,
  file: FileName,
): Promise<EntryRead<T>> {
  try {
    const content = await entryFile(disk, pathOf(kindFolder, file), disk.syncFolder).read();
    return content && opened(kind, file.id, content);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return { unreadable: codeOf(error) };
  }
}
