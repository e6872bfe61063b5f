import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Disk, realDisk } from '../../src/store/disk.js';
import { emptyFolder } from './folders.js';

/** A disk that gets full, or can't be written to, when a test wants it. */
export interface TroubledDisk {
  readonly folder: string;
  readonly disk: Disk;
  fill(): void;
  lock(): void;
  /** Undoes either. */
  heal(): void;
}

const systemError = (code: string) => Object.assign(new Error(code), { code });

/** Answers the real disk behind functions that fail as the system's would: a full one leaves half a file. */
function imitated(): TroubledDisk {
  let trouble = '';
  const unlessTrouble =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (trouble !== '') throw systemError(trouble);
      return work(...args);
    };
  const unlessLocked =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (trouble === 'EROFS') throw systemError(trouble);
      return work(...args);
    };
  const { write, append, makeFolder, rename, remove, touch } = realDisk;
  const disk: Disk = {
    ...realDisk,
    async write(path, text) {
      if (trouble === 'ENOSPC') await write(path, text.slice(0, text.length / 2));
      return unlessTrouble(write)(path, text);
    },
    append: unlessTrouble(append),
    makeFolder: unlessTrouble(makeFolder),
    rename: unlessLocked(rename),
    remove: unlessLocked(remove),
    touch: unlessLocked(touch),
  };
  return {
    folder: emptyFolder(),
    disk,
    fill: () => {
      trouble = 'ENOSPC';
    },
    lock: () => {
      trouble = 'EROFS';
    },
    heal: () => {
      trouble = '';
    },
  };
}

/** Answers a file system of 256 KiB of its own. */
function mounted(): TroubledDisk {
  const folder = emptyFolder();
  mount('-t', 'tmpfs', '-o', 'size=256k,mode=700', 'tmpfs', folder);
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  const filling = join(folder, 'filling');
  return {
    folder,
    disk: realDisk,
    fill() {
      try {
        writeFileSync(filling, Buffer.alloc(2 ** 20));
      } catch {
        // Full now, as it should be.
      }
    },
    lock: () => mount('-o', 'remount,ro', folder),
    heal() {
      mount('-o', 'remount,rw', folder);
      rmSync(filling, { force: true });
    },
  };
}

const mount = (...args: string[]) => void execFileSync('mount', args, { stdio: 'ignore' });

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-mount-'));
  try {
    mount('-t', 'tmpfs', 'tmpfs', folder);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** The disks that tests run on: a real one of its own where this user may mount one. */
export const troubledDisks: [string, () => TroubledDisk][] = [
  ['a disk that fails as asked', imitated],
  ...(mayMount() ? [['a file system of its own', mounted] satisfies [string, () => TroubledDisk]] : []),
];
