import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { decode } from '../text/decode.js';
import type { Disk } from './disk.js';
import { codeOf } from './trouble.js';

/** What a file holds: JSON, or why it holds none. */
export type Content = { readonly json: unknown } | { readonly broken: string };

/** What a file is called while it is written. */
export const temporary = (path: string): string => `${path}.tmp`;

/**
 * A lowdb adapter for one file that is written once, whole: a temporary file, synced, renamed, the folder synced. Where
 * that fails, the file isn't there. Reading answers null where there is no file.
 */
export function entryFile(disk: Disk, path: string, syncFolder: Disk['syncFolder']): Adapter<Content | null> {
  return {
    async read() {
      try {
        return contentOf(await disk.read(path));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        if (codeOf(error) === 'EISDIR') return { broken: 'it is a folder' };
        throw error;
      }
    },
    async write(content) {
      if (!content || 'broken' in content) throw new Error(`${path}: there is nothing to write`);
      try {
        await disk.write(temporary(path), JSON.stringify(content.json));
        await disk.rename(temporary(path), path);
        await syncFolder(dirname(path));
      } catch (error) {
        await Promise.allSettled([disk.remove(temporary(path)), disk.remove(path)]);
        throw error;
      }
    },
  };
}

function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) return { broken: 'it is empty' };
  const text = decode(bytes);
  if (text === null) return { broken: 'it holds no text' };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { broken: "it isn't JSON, or breaks off" };
  }
}
