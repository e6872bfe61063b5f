import type { Disk } from './disk.js';
import type { Tell } from './note.js';
import { codeOf, StoreTrouble, troubleOf } from './trouble.js';

/** A folder held by this process alone. */
export interface Hold {
  /** Throws StoreTrouble where another process has taken the folder over, as it may after a long sleep of this one. */
  mustHold(): Promise<void>;
  release(): Promise<void>;
}

/** How a folder is taken. */
export interface Taking {
  readonly disk: Disk;
  readonly folder: string;
  readonly tell: Tell;
  readonly now: () => number;
  /** A holder that can't be asked is gone once it was silent so many milliseconds. */
  readonly silentMs: number;
}

/** A holder touches its file so often in the time after which a silent one counts as gone. */
const beatsInSilence = 6;

/** Answers a hold whose file is touched again and again, and that is lost once the file is gone. */
export function beating({ disk, folder, tell, silentMs }: Taking, file: string): Hold {
  let lost = false;
  let last = performance.now();
  async function beat(): Promise<void> {
    const at = performance.now();
    try {
      await disk.touch(file);
      last = at;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      if (!lost) tell({ what: 'lost', folder });
      lost = true;
    }
  }
  const timer = setInterval(() => void beat().catch(() => {}), silentMs / beatsInSilence).unref();
  return {
    async mustHold() {
      // After a sleep the timer may not have come round yet.
      if (!lost && performance.now() - last > silentMs / 2)
        await beat().catch((error: unknown) => {
          throw troubleOf(error, folder);
        });
      if (lost)
        throw new StoreTrouble(
          'lost',
          `${folder}: another tsdeploy has taken it over, so this wasn't kept. Stop one of them, then do it again.`,
        );
    },
    async release() {
      clearInterval(timer);
      await disk.remove(file).catch(() => {});
    },
  };
}
