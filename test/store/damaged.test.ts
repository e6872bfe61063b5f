import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idFor } from '../../src/store/id.js';
import { noteLine } from '../../src/store/note.js';
import { runs } from '../campaign.js';
import { emptyFolder, entryFiles, filesBelow, opening } from './folders.js';
import { sample, samples } from './sample-kind.js';

/** Answers a folder with three entries, and the file of the second. */
async function threeKept() {
  const folder = emptyFolder();
  const { store } = await opening(folder);
  const entries = await store.entries(samples);
  const ids = [await entries.add(sample(1)), await entries.add(sample(2)), await entries.add(sample(3))];
  await store.close();
  const [, id = ids[0]] = ids;
  const file = entryFiles(folder).find((path) => basename(path).startsWith(id ?? '')) ?? '';
  return { folder, ids, id, file, index: join(folder, 'samples', 'index.jsonl') };
}

/** Changes the JSON of a file. */
function edit(file: string, change: (json: Record<string, unknown>) => unknown): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
}

const damages: Record<string, { do: (file: string) => void; why: RegExp }> = {
  empty: { do: (file) => writeFileSync(file, ''), why: /empty/ },
  'not JSON': { do: (file) => writeFileSync(file, 'hello'), why: /JSON/ },
  'no text': { do: (file) => writeFileSync(file, Buffer.from([0x22, 0xc3, 0x28, 0x22])), why: /no text/ },
  'full of zeros': { do: (file) => writeFileSync(file, Buffer.alloc(600)), why: /no text/ },
  'a list': { do: (file) => writeFileSync(file, '[]'), why: /no entry/ },
  null: { do: (file) => writeFileSync(file, 'null'), why: /no entry/ },
  'of another kind': { do: (file) => edit(file, (json) => ({ ...json, kind: 'others' })), why: /samples/ },
  'of another id': { do: (file) => edit(file, (json) => ({ ...json, id: 'a'.repeat(32) })), why: /another id/ },
  'of no version': { do: (file) => edit(file, (json) => ({ ...json, version: '1' })), why: /version/ },
  'of no time': { do: (file) => edit(file, (json) => ({ ...json, at: 'yesterday' })), why: /time/ },
  'without a value': { do: (file) => edit(file, ({ value, ...json }) => json), why: /no value/ },
  'of another shape': {
    do: (file) => edit(file, (json) => ({ ...json, value: { owner: 'U1' } })),
    why: /three fields/,
  },
  'a folder': {
    do(file) {
      rmSync(file);
      mkdirSync(file);
    },
    why: /folder/,
  },
};

describe.each(Object.entries(damages))('an entry whose file is %s', (_, damage) => {
  test.each(['known to the index', 'read at the start'])(
    'is set aside where it is %s; the rest goes on',
    async (when) => {
      const { folder, ids, id, file, index } = await threeKept();
      damage.do(file);
      if (when === 'read at the start') rmSync(index);
      const { store, notes } = await opening(folder);
      const entries = await store.entries(samples);
      for (const one of ids) expect((await entries.get(one)) === undefined).toBe(one === id);
      expect(entries.list()).toHaveLength(2);
      const movedTo = join(folder, 'samples', 'damaged', basename(file));
      expect(notes.filter(({ what }) => what !== 'rebuilt')).toEqual([
        { what: 'damaged', file, movedTo, why: expect.stringMatching(damage.why) },
      ]);
      expect(statSync(movedTo).isDirectory()).toBe(damage.why.source === 'folder');
      expect(notes.map(noteLine).join()).toContain(movedTo);
      if (id) await entries.put(id, sample(4));
      if (id) expect(await entries.get(id)).toEqual(sample(4));
    },
  );
});

test('an entry that breaks off anywhere is set aside', async () => {
  const { folder, id, file } = await threeKept();
  const whole = readFileSync(file);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
      writeFileSync(file, whole.subarray(0, length));
      const { store, notes } = await opening(folder);
      const entries = await store.entries(samples);
      if (id) expect(await entries.get(id)).toBeUndefined();
      expect(notes).toMatchObject([{ what: 'damaged', file }]);
      await store.close();
    }),
    runs(20),
  );
});

test('an index that is lost, breaks off anywhere, or holds anything else is made up for from the entries', async () => {
  const { folder, index } = await threeKept();
  const rowsNow = async () => {
    const { store, notes } = await opening(folder);
    const rows = (await store.entries(samples)).list();
    await store.close();
    return { rows, notes };
  };
  const { rows: before } = await rowsNow();
  expect(before).toHaveLength(3);
  const whole = readFileSync(index);
  const damaged = fc.oneof(
    fc.nat(whole.length).map((length) => whole.subarray(0, length)),
    fc
      .tuple(fc.nat(whole.length), fc.string({ unit: 'binary' }))
      .map(([at, text]) => Buffer.concat([whole.subarray(0, at), Buffer.from(text), whole.subarray(at)])),
    fc
      .array(fc.oneof(fc.json(), fc.constantFrom('[]', '["a",1,2]', whole.toString())), { maxLength: 4 })
      .map((lines) => Buffer.from(lines.join('\n'))),
  );
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      writeFileSync(index, bytes);
      const { rows, notes } = await rowsNow();
      expect(rows).toEqual(before);
      expect(notes.filter(({ what }) => what !== 'rebuilt')).toEqual([]);
    }),
    runs(40),
  );
  rmSync(index);
  expect(await rowsNow()).toEqual({ rows: before, notes: [{ what: 'rebuilt', kind: 'samples', count: 3 }] });
});

test('a row of an entry that is gone is never taken for a later one', async () => {
  const folder = emptyFolder();
  const id = idFor('thread 1');
  for (const count of [1, 2, 3]) {
    const { store } = await opening(folder);
    const entries = await store.entries(samples);
    expect(await entries.delete(id)).toBe(count > 1);
    await store.close();
    const again = await opening(folder);
    await (await again.store.entries(samples)).put(id, sample(count));
    await again.store.close();
    const after = await opening(folder);
    expect((await after.store.entries(samples)).list()).toMatchObject([{ facts: { title: `sample ${count}` } }]);
    await after.store.close();
  }
});

test('an entry whose file was taken away is gone, and nothing else is', async () => {
  const { folder, ids, id, file } = await threeKept();
  const { store } = await opening(folder);
  const entries = await store.entries(samples);
  rmSync(file);
  for (const one of ids) expect((await entries.get(one)) === undefined).toBe(one === id);
  expect(entries.list()).toHaveLength(2);
});

test('what a broken write or removal left behind is cleaned up, and files of others stay', async () => {
  const { folder, id, file, index } = await threeKept();
  const old = file.replace('.2.json', '.1.json');
  expect(old).not.toBe(file);
  const leftovers = [`${file}.tmp`, file.replace('.2.json', '.9.json.tmp'), old, `${index}.tmp`];
  const foreign = ['.DS_Store', 'notes.txt', 'x.tmp', `${'a'.repeat(31)}.1.json`].map((name) => join(file, '..', name));
  for (const path of [...leftovers, ...foreign]) writeFileSync(path, readFileSync(file));
  const { store, notes } = await opening(folder);
  const entries = await store.entries(samples);
  if (id) expect(await entries.get(id)).toEqual(sample(2));
  expect(notes).toEqual([]);
  await store.close();
  expect(filesBelow(folder)).toEqual([...entryFiles(folder), ...foreign, index].sort());
  expect(entryFiles(folder)).toHaveLength(3);
});

test('only the owner may read what is kept', async () => {
  const { folder } = await threeKept();
  const { store } = await opening(folder);
  await store.entries(samples);
  for (const path of filesBelow(folder)) expect(statSync(path).mode & 0o777, path).toBe(0o600);
  for (const path of [join(folder, 'samples'), join(folder, 'samples', 'a')])
    expect(statSync(path).mode & 0o777, path).toBe(0o700);
});
