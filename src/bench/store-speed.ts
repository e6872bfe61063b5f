import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../store/disk-store.js';
import type { Id } from '../store/id.js';
import { openMemoryStore } from '../store/memory-store.js';
import type { Entries, Store } from '../store/port.js';
import { report } from './processes.js';
import { oneOf, randomOf } from './random.js';
import { atMost, noTarget, type Row } from './row.js';
import type { Size } from './size.js';
import { type Note, note, notes, writeEntries } from './store-entries.js';
import { median, milliseconds, pairs } from './timing.js';

const few = 100;

/** How long the store takes to start with many entries, and for a step of a plan beside a store with few. */
export async function storeSpeed(size: Size): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-bench-'));
  try {
    const [many, small] = [join(folder, 'many'), join(folder, 'few')];
    writeEntries(many, notes, size.entries, note);
    writeEntries(small, notes, few, note);
    const rebuilt = await milliseconds(async () => (await opened(many)).store.close());
    return [...(await starts(many, size, rebuilt)), ...(await steps(many, small, size))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function starts(folder: string, size: Size, rebuilt: number): Promise<Row[]> {
  const found: number[] = [];
  for (let at = 0; at < Math.min(size.starts, 7); at++) {
    const told = await report('store', {}, [folder]);
    if (told('entries') !== size.entries) throw new Error(`${told('entries')} entries found, not ${size.entries}`);
    found.push(told('milliseconds') / 1000);
  }
  const entries = `${size.entries.toLocaleString('en')} entries`;
  const measured = `fresh processes, imports included: ${Math.min(...found).toFixed(2)} to ${Math.max(...found).toFixed(2)} s, ${found.length} times`;
  return [
    atMost(2, median(found), { name: `store with ${entries} ready`, unit: 's', measured }),
    noTarget(rebuilt / 1000, {
      name: `the same where the index is lost`,
      unit: 's',
      measured: 'once, all entries read',
    }),
  ];
}

async function steps(many: string, small: string, size: Size): Promise<Row[]> {
  const [large, little] = [await opened(many), await opened(small)];
  const memory = await inStore(openMemoryStore());
  const synced = await pairs(size.steps, large.step, little.step);
  const entries = size.entries.toLocaleString('en');
  const [ours, peers] = [median(synced.map(({ ours }) => ours)), median(synced.map(({ peer }) => peer))];
  const atOnce = await milliseconds(() =>
    Promise.all(Array.from({ length: 10 }, () => repeated(size.steps / 10, large.step))),
  );
  for (let at = 0; at < few; at++) await memory.entries.add(note(at));
  const inMemory = await milliseconds(() => repeated(size.steps, stepIn(memory.entries)));
  const row = { peer: `the same with ${few}` };
  await Promise.all([large.store.close(), little.store.close(), memory.store.close()]);
  return [
    atMost(1.2, ours / peers, {
      name: `a step (read, change, synced write) with ${entries} entries`,
      unit: 'times',
      ...row,
      measured: `medians ${ours.toFixed(2)} ms against ${peers.toFixed(2)} ms, ${synced.length} pairs`,
    }),
    noTarget((size.steps / atOnce) * 1000, {
      name: 'steps a second, ten at a time',
      unit: 'steps',
      measured: `${size.steps} steps with ${entries} entries, on the disk`,
    }),
    noTarget((size.steps / inMemory) * 1000, {
      name: 'steps a second, in memory',
      unit: 'steps',
      measured: `${size.steps} steps with ${few} entries, one after the other`,
    }),
  ];
}

const repeated = async (count: number, work: () => Promise<unknown>) => {
  for (let at = 0; at < count; at++) await work();
};

async function opened(folder: string) {
  const { store, entries } = await inStore(await openStore({ folder, tell: () => {} }));
  return { store, entries, step: stepIn(entries) };
}

const inStore = async (store: Store) => ({ store, entries: await store.entries(notes) });

/** Answers a step on an entry drawn anew each time; the step answers its milliseconds. */
function stepIn(entries: Entries<Note, 'owner' | 'title' | 'state'>): () => Promise<number> {
  const random = randomOf(1);
  let ids: readonly Id[] = [];
  return () => {
    if (ids.length === 0) ids = entries.list().map(({ id }) => id);
    const id = oneOf(ids, random);
    return milliseconds(async () => {
      if (id === undefined) throw new Error('nothing was kept');
      const kept = await entries.get(id);
      await entries.put(id, { ...(kept ?? note(0)), state: 'changed' });
    });
  };
}
