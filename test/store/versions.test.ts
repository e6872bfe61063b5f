import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Kind } from '../../src/store/kind.js';
import { noteLine } from '../../src/store/note.js';
import { emptyFolder, entryFiles, opening } from './folders.js';
import { days, sample, samples } from './sample-kind.js';

const record = (value: unknown) => new Map<string, unknown>(Object.entries(value ?? {}));

/** The sample of two versions later: its owner was renamed, then its count became a text. */
const later: Kind<{ readonly who: string; readonly count: string }, 'who'> = {
  name: 'samples',
  version: 3,
  migrations: [
    (value) => ({ who: record(value).get('owner'), count: record(value).get('count') }),
    (value) => ({ who: record(value).get('who'), count: String(record(value).get('count')) }),
  ],
  read(value) {
    const [who, count] = ['who', 'count'].map((name) => record(value).get(name));
    return typeof who === 'string' && typeof count === 'string' ? { value: { who, count } } : { wrong: 'no sample' };
  },
  facts: { who: ({ who }) => who },
  days: 30,
};

test('entries of an older version are brought up to date as they are read, and listed by the new facts', async () => {
  const folder = emptyFolder();
  const before = await opening(folder, { now: () => days(0) });
  const id = await (await before.store.entries(samples)).add(sample(7));
  await before.store.close();
  const { store, notes } = await opening(folder, { now: () => days(1) });
  const entries = await store.entries(later);
  expect(entries.list({ who: 'U1' })).toMatchObject([{ id, at: days(0) }]);
  expect(await entries.get(id)).toEqual({ who: 'U1', count: '7' });
  await entries.update(id, (kept) => kept && { ...kept, count: '8' });
  expect(notes).toEqual([{ what: 'rebuilt', kind: 'samples', count: 1 }]);
  expect(entryFiles(folder).map((file) => JSON.parse(readFileSync(file, 'utf8')))).toEqual([
    { kind: 'samples', version: 3, id, at: new Date(days(1)).toISOString(), value: { who: 'U1', count: '8' } },
  ]);
});

test('an entry that a migration can not read is set aside', async () => {
  const folder = emptyFolder();
  const before = await opening(folder);
  const id = await (await before.store.entries(samples)).add(sample(7));
  await before.store.close();
  const failing = () => {
    throw new Error('no');
  };
  const { store, notes } = await opening(folder);
  const entries = await store.entries({ ...later, migrations: [failing, failing] });
  expect(await entries.get(id)).toBeUndefined();
  expect(notes).toMatchObject([{ what: 'damaged', why: expect.stringContaining('version 1 to 3') }]);
});

test('entries of a newer version are refused, told once, and stay as they are', async () => {
  const folder = emptyFolder();
  const before = await opening(folder);
  const newer = await before.store.entries(later);
  const [id] = [await newer.add({ who: 'U1', count: '1' }), await newer.add({ who: 'U1', count: '2' })];
  await before.store.close();
  const texts = entryFiles(folder).map((file) => readFileSync(file, 'utf8'));

  const { store, notes } = await opening(folder, { now: () => days(400) });
  const entries = await store.entries(samples);
  expect(notes).toEqual([{ what: 'newer', kind: 'samples', count: 2, version: 3 }]);
  expect(noteLine(notes[0] ?? { what: 'lost', folder })).toMatch(/newer tsdeploy \(version 3\).*Update/);
  expect(entries.list()).toEqual([]);
  const refused = { why: 'newer', message: expect.stringContaining(join(folder, 'samples')) };
  if (!id) throw new Error('nothing was kept');
  await expect(entries.get(id)).rejects.toMatchObject(refused);
  await expect(entries.put(id, sample(1))).rejects.toMatchObject(refused);
  await expect(entries.update(id, () => undefined)).rejects.toMatchObject(refused);
  await expect(entries.delete(id)).rejects.toMatchObject(refused);
  const own = await entries.add(sample(1));
  await store.close();
  expect(entryFiles(folder).map((file) => readFileSync(file, 'utf8'))).toEqual(expect.arrayContaining(texts));

  const after = await opening(folder);
  expect((await after.store.entries(later)).list()).toHaveLength(3);
  expect(own).not.toBe(id);
});
