import { dirname } from 'node:path';
import type { Disk } from '../../src/store/disk.js';

interface File {
  text: string;
  /** What of it is on the disk for sure; null for nothing. */
  synced: string | null;
}

type Names = Map<string, File>;
type Change = (names: Names) => void;

/** A disk in memory that loses what wasn't synced when the power fails. Folders are there for good. */
export interface PowerCutDisk extends Disk {
  /** Lets everything fail after so many more calls. */
  cutAfter(calls: number): void;
  /**
   * Brings the power back. Of what wasn't synced `chance` (0 up to 1, drawn anew each time) says what is there: each
   * change of a name for itself, and of a file any beginning, or zeros.
   */
  back(chance: () => number): void;
}

/** Answers an empty disk. */
export function powerCutDisk(): PowerCutDisk {
  const folders = new Map<string, { names: Names; synced: Names; changes: Change[] }>();
  let left = Number.POSITIVE_INFINITY;
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code });
  };
  const step = async () => {
    // Others get their turn in between, as on a real disk.
    await new Promise((resolve) => setImmediate(resolve));
    left -= 1;
    if (left < 0) fail('EIO');
  };
  const folderOf = (path: string) => folders.get(dirname(path)) ?? fail('ENOENT');
  const fileAt = (path: string) => folderOf(path).names.get(path) ?? fail('ENOENT');
  const change = (path: string, make: Change) => {
    const folder = folderOf(path);
    make(folder.names);
    folder.changes.push(make);
  };
  const open = (path: string): File => {
    const known = folderOf(path).names.get(path);
    if (known) return known;
    const made: File = { text: '', synced: null };
    change(path, (names) => names.set(path, made));
    return made;
  };
  return {
    async names(folder) {
      await step();
      return [...(folders.get(folder) ?? fail('ENOENT')).names.keys(), ...folders.keys()]
        .filter((path) => dirname(path) === folder)
        .map((path) => path.slice(folder.length + 1));
    },
    async read(path) {
      await step();
      return Buffer.from(fileAt(path).text);
    },
    async write(path, text) {
      await step();
      const file = open(path);
      file.text = text.slice(0, text.length / 2);
      await step();
      file.text = text;
      await step();
      file.synced = text;
    },
    async append(path, text) {
      await step();
      open(path).text += text;
    },
    async rename(from, to) {
      await step();
      const file = fileAt(from);
      change(to, (names) => {
        names.delete(from);
        names.set(to, file);
      });
    },
    async remove(path) {
      await step();
      fileAt(path);
      change(path, (names) => names.delete(path));
    },
    async makeFolder(folder) {
      for (let path = folder; !folders.has(path); path = dirname(path))
        folders.set(path, { names: new Map(), synced: new Map(), changes: [] });
    },
    async syncFolder(folder) {
      const { changes, names } = folders.get(folder) ?? fail('ENOENT');
      // What changes while it syncs needn't be part of it.
      const [synced, count] = [new Map(names), changes.length];
      await step();
      folders.set(folder, { names, synced, changes: changes.slice(count) });
    },
    touch: step,
    async touched() {
      return 0;
    },
    cutAfter(calls) {
      left = calls;
    },
    back(chance) {
      left = Number.POSITIVE_INFINITY;
      for (const [path, { synced, changes }] of folders) {
        const names = new Map(synced);
        for (const make of changes) if (chance() < 0.5) make(names);
        for (const file of names.values()) file.text = settled(file, chance);
        folders.set(path, { names, synced: new Map(names), changes: [] });
      }
    },
  };
}

function settled({ text, synced }: File, chance: () => number): string {
  if (synced === text) return text;
  const beginning = text.slice(0, Math.floor(chance() * (text.length + 1)));
  const now = chance() < 0.3 ? '\0'.repeat(text.length) : beginning;
  // What was synced of a file that only grew stays.
  return synced !== null && text.startsWith(synced) && now.length < synced.length ? synced : now;
}
