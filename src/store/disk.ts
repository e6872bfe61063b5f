import { readFile, writeFile } from 'node:fs';
import { appendFile, mkdir, open, readdir, rename, stat, unlink, utimes } from 'node:fs/promises';
import { promisify } from 'node:util';
import { codeOf } from './trouble.js';

/** What the store asks of a file system. Every function throws the system's error. */
export interface Disk {
  /** Answers the names in a folder. */
  names(folder: string): Promise<readonly string[]>;
  read(path: string): Promise<Uint8Array>;
  /** Writes a whole file that only its owner may read, and waits until it is on the disk. */
  write(path: string, text: string): Promise<void>;
  append(path: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes a folder that only its owner may enter, with those above it, where it isn't there. */
  makeFolder(folder: string): Promise<void>;
  /** Waits until the names in a folder are on the disk. */
  syncFolder(folder: string): Promise<void>;
  /** Marks a file as changed now. */
  touch(path: string): Promise<void>;
  /** Answers when a file was last changed. */
  touched(path: string): Promise<number>;
}

const ownerOnly = 0o600;

/** The file system of this machine. */
export const realDisk: Disk = {
  names: (folder) => readdir(folder),
  read: promisify(readFile),
  write: (path, text) => promisify(writeFile)(path, text, { mode: ownerOnly, flush: true }),
  append: (path, text) => appendFile(path, text, { mode: ownerOnly }),
  rename,
  remove: unlink,
  async makeFolder(folder) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      // On a read-only file system the recursive one says ENOENT.
      if (codeOf(error) !== 'ENOENT') throw error;
      await mkdir(folder, { mode: 0o700 });
    }
  },
  async syncFolder(folder) {
    // Windows opens no folder; NTFS keeps its names in a journal of its own.
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  touch: (path) => utimes(path, new Date(), new Date()),
  touched: async (path) => (await stat(path)).mtimeMs,
};
