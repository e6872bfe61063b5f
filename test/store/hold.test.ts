import { spawn } from 'node:child_process';
import { readdirSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Holder, thisProcess } from '../../src/store/holder.js';
import { emptyFolder, opening } from './folders.js';
import { startPutting } from './putting.js';
import { sample, samples } from './sample-kind.js';

const heldBy = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('held-'));

/** Answers a folder with the file of another holder: this process, but for what is given. */
async function folderHeldBy(other: Partial<Holder>) {
  const folder = emptyFolder();
  const file = join(folder, 'held-00000000000000ff.json');
  writeFileSync(file, JSON.stringify({ ...(await thisProcess(0)), ...other }));
  return { folder, file };
}

test('a second process is told who holds the folder, and the first goes on', async () => {
  const folder = emptyFolder();
  const child = await startPutting(folder);
  await expect(opening(folder)).rejects.toMatchObject({
    why: 'held',
    message: expect.stringMatching(
      new RegExp(`^${folder}: process ${child.pid} on \\S+ since 20\\S+ has it, .*TSDEPLOY_DATA to another folder\\.$`),
    ),
  });
  expect(heldBy(folder)).toHaveLength(1);
  await child.confirmed(5);
  await child.kill();
  const { notes } = await opening(folder);
  expect(notes).toEqual([{ what: 'took over', from: expect.stringContaining(`process ${child.pid} on`) }]);
  expect(heldBy(folder)).toHaveLength(1);
});

test('the same process can not open a folder twice, but again once it is closed', async () => {
  const folder = emptyFolder();
  const { store } = await opening(folder);
  await expect(opening(folder)).rejects.toThrow(`process ${process.pid} on`);
  await store.close();
  expect(heldBy(folder)).toEqual([]);
  await opening(folder);
});

test('of several that open a folder at once at most one gets it', async () => {
  const folder = emptyFolder();
  for (let round = 0; round < 5; round++) {
    const opened = await Promise.allSettled(Array.from({ length: 4 }, () => opening(folder)));
    const stores = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value.store] : []));
    expect(stores.length).toBeLessThanOrEqual(1);
    await Promise.all(stores.map((store) => store.close()));
  }
  await opening(folder);
});

test('a later process with the same number is not taken for the holder', async () => {
  const { folder } = await folderHeldBy({ started: '1' });
  const { notes } = await opening(folder);
  expect(notes).toEqual([{ what: 'took over', from: expect.stringContaining(`process ${process.pid}`) }]);
});

test('a holder that ended but was not collected by its parent is gone', async () => {
  const parent = spawn('/bin/sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 20'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void parent.kill());
  const pid = Number(await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve)));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { folder } = await folderHeldBy({ pid, started: null });
  const start = performance.now();
  await opening(folder, { silentMs: 4_000 });
  // Where the system doesn't tell, the silence does.
  expect(performance.now() - start).toBeLessThan(process.platform === 'linux' ? 3_000 : 8_000);
});

test('a holder on another machine counts as gone once it was silent, and not before', async () => {
  const { folder, file } = await folderHeldBy({ machine: 'elsewhere', host: 'elsewhere' });
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 20);
  await expect(opening(folder, { silentMs: 300 })).rejects.toMatchObject({ why: 'held' });
  clearInterval(beat);
  const start = performance.now();
  const { notes } = await opening(folder, { silentMs: 300 });
  expect(performance.now() - start).toBeGreaterThan(290);
  expect(notes).toEqual([{ what: 'took over', from: expect.stringContaining('on elsewhere') }]);
});

test('a file of a holder that says nothing is watched as one on another machine is', async () => {
  const { folder, file } = await folderHeldBy({});
  for (const text of ['', '{"pid":', '{"pid":-1}', 'null']) {
    writeFileSync(file, text);
    const { store } = await opening(folder, { silentMs: 60 });
    await store.close();
    expect(heldBy(folder)).toEqual([]);
  }
});

test('a holder beats as long as it is open', async () => {
  const folder = emptyFolder();
  await opening(folder, { silentMs: 240 });
  const [name = ''] = heldBy(folder);
  writeFileSync(join(folder, name), JSON.stringify({ ...(await thisProcess(0)), machine: 'elsewhere' }));
  await expect(opening(folder, { silentMs: 240 })).rejects.toMatchObject({ why: 'held' });
});

test('a holder that was taken over keeps nothing any more, and says so', async () => {
  const folder = emptyFolder();
  const { store, notes } = await opening(folder, { silentMs: 60 });
  const entries = await store.entries(samples);
  const id = await entries.add(sample(1));
  for (const name of heldBy(folder)) unlinkSync(join(folder, name));
  await expect.poll(() => notes).toEqual([{ what: 'lost', folder }]);
  await expect(entries.put(id, sample(2))).rejects.toMatchObject({ why: 'lost' });
});

test('a holder that slept through its own beats looks before it writes', async () => {
  const folder = emptyFolder();
  const { store } = await opening(folder, { silentMs: 100 });
  const entries = await store.entries(samples);
  for (const name of heldBy(folder)) unlinkSync(join(folder, name));
  const until = performance.now() + 120;
  while (performance.now() < until);
  await expect(entries.add(sample(1))).rejects.toMatchObject({ why: 'lost' });
});
