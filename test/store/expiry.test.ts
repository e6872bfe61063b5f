import { expect, test } from 'vitest';
import { emptyFolder, entryFiles, opening } from './folders.js';
import { days, sample, samples } from './sample-kind.js';

async function tenKept() {
  const folder = emptyFolder();
  let now = days(0);
  const { store } = await opening(folder, { now: () => now });
  const entries = await store.entries(samples);
  for (let count = 0; count < 10; count++) await entries.add(sample(count));
  expect(entryFiles(folder)).toHaveLength(10);
  return { folder, store, entries, until: (day: number) => (now = days(day)) };
}

test('entries past their days are removed at the start', async () => {
  const { folder, store } = await tenKept();
  await store.close();
  const later = await opening(folder, { now: () => days(31) });
  expect((await later.store.entries(samples)).list()).toEqual([]);
  expect(entryFiles(folder)).toEqual([]);
  expect(later.notes).toEqual([]);
});

test('entries past their days are removed in passing, a few with each put', async () => {
  const { folder, store, entries, until } = await tenKept();
  until(31);
  await entries.add(sample(10));
  await entries.add(sample(11));
  await store.close();
  expect(entryFiles(folder)).toHaveLength(8);
});

test('an entry past its days is removed when it is asked for', async () => {
  const { folder, entries, until } = await tenKept();
  const [row] = entries.list();
  until(31);
  if (row) expect(await entries.get(row.id)).toBeUndefined();
  expect(entryFiles(folder)).toHaveLength(9);
});

test('an entry that was put again in time stays, also after a start', async () => {
  const { folder, store, entries, until } = await tenKept();
  until(20);
  const [row] = entries.list();
  if (row) await entries.put(row.id, sample(20));
  await store.close();
  const later = await opening(folder, { now: () => days(31) });
  expect((await later.store.entries(samples)).list().map(({ id }) => id)).toEqual([row?.id]);
});
