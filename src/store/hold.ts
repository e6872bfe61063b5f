import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beating, type Hold, type Taking } from './beat.js';
import type { Disk } from './disk.js';
import { type Holder, holderIn, holderLine, runs, thisProcess } from './holder.js';
import { codeOf, StoreTrouble } from './trouble.js';

const pattern = /^held-[0-9a-f]{16}\.json$/;

/** Processes that start together may all step back: each tries again after a while of its own. */
const tries = 3;
const longestPauseMs = 120;

/**
 * Takes a folder for this process. Whoever wants it puts down a file of its own first and then looks at the others':
 * one that finds another alive steps back, so that two can never both have it. Throws StoreTrouble that says who has.
 */
export async function holdFolder(taking: Taking): Promise<Hold> {
  const { disk, folder, now } = taking;
  for (let left = tries - 1; ; left -= 1) {
    const own = join(folder, `held-${randomBytes(8).toString('hex')}.json`);
    try {
      await disk.write(own, JSON.stringify(await thisProcess(now())));
      const other = await anotherAlive(taking, own);
      if (other === null) return beating(taking, own);
      if (left === 0)
        throw new StoreTrouble(
          'held',
          `${folder}: ${other} has it, and one tsdeploy at a time may. Stop that one, or set TSDEPLOY_DATA to another folder.`,
        );
    } catch (error) {
      await disk.remove(own).catch(() => {});
      throw error;
    }
    await disk.remove(own);
    await wait(Math.random() * longestPauseMs);
  }
}

/** Answers who else holds the folder, or null; what the dead left behind is removed. */
async function anotherAlive({ disk, folder, tell, silentMs }: Taking, own: string): Promise<string | null> {
  for (const name of await disk.names(folder)) {
    const file = join(folder, name);
    if (!pattern.test(name) || file === own) continue;
    const holder = await holderOf(disk, file);
    const alive = (holder && (await runs(holder))) ?? (await beats(disk, file, silentMs));
    const who = holder ? holderLine(holder) : 'another process';
    if (alive) return who;
    await disk.remove(file).catch(() => {});
    tell({ what: 'took over', from: who });
  }
  return null;
}

async function holderOf(disk: Disk, file: string): Promise<Holder | null> {
  try {
    return holderIn(new TextDecoder().decode(await disk.read(file)));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Answers whether a holder's file is touched while we watch. */
async function beats(disk: Disk, file: string, silentMs: number): Promise<boolean> {
  const touched = () => disk.touched(file).catch(() => null);
  const first = await touched();
  for (let left = silentMs, step = silentMs / 30; first !== null && left > 0; left -= step) {
    await wait(step);
    const last = await touched();
    if (last !== first) return last !== null;
  }
  return false;
}
