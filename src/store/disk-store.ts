import { type Disk, realDisk } from './disk.js';
import type { OpenEntries } from './entries.js';
import { holdFolder } from './hold.js';
import { mustBeSound } from './kind.js';
import type { Tell } from './note.js';
import { type Ground, openKind } from './open-kind.js';
import type { Store } from './port.js';
import { closedTrouble, troubleOf } from './trouble.js';

/** What a store on the disk is opened with. */
export interface StoreSettings {
  /** The folder, made where it isn't there. */
  readonly folder: string;
  /** Takes down what was set aside, taken over, or can't be read. */
  readonly tell: Tell;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
  readonly disk?: Disk;
  /** A holder of the folder on another machine is gone once it was silent so many milliseconds. */
  readonly silentMs?: number;
}

/** Opens the store in a folder that this process then holds. Throws StoreTrouble where another has it, or it can't be used. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { folder, tell, now = Date.now, disk = realDisk, silentMs = 15_000 } = settings;
  const told = <R>(work: Promise<R>): Promise<R> =>
    work.catch((error: unknown) => {
      throw troubleOf(error, folder);
    });
  await told(disk.makeFolder(folder));
  const hold = await told(holdFolder({ disk, folder, tell, now, silentMs }));
  const ground: Ground = { disk, folder, tell, now, mustHold: hold.mustHold };
  const kinds = new Map<string, Promise<Pick<OpenEntries<never, never>, 'stop'>>>();
  let closing: Promise<void> | undefined;
  const close = async () => {
    const opened = await Promise.allSettled(kinds.values());
    await Promise.all(opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value.stop()] : [])));
    await hold.release();
  };
  return {
    async entries(kind) {
      mustBeSound(kind);
      if (closing) throw closedTrouble(folder);
      if (kinds.has(kind.name)) throw new Error(`${kind.name} is open already`);
      const opening = told(openKind(ground, kind));
      kinds.set(kind.name, opening);
      // What couldn't be opened may be tried again.
      opening.catch(() => kinds.delete(kind.name));
      return opening;
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}
