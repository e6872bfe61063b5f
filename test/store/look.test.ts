import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataFolder } from '../../src/store/data-folder.js';
import { lookAt } from '../../src/store/look.js';
import { emptyFolder, entryFiles, filesBelow, opening } from './folders.js';
import { days, sample, samples } from './sample-kind.js';

test('entries can be looked at while another holds and changes them', async () => {
  const folder = emptyFolder();
  const { store } = await opening(folder);
  const entries = await store.entries(samples);
  const ids = [await entries.add(sample(1)), await entries.add(sample(2))];
  let on = true;
  const changing = (async () => {
    for (let count = 3; on; count++) for (const id of ids) await entries.put(id, sample(count));
  })();
  for (let look = 0; look < 30; look++) {
    const seen = await lookAt(folder, samples);
    expect(seen.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const { value } of seen) expect(value).toEqual(sample(value.count));
  }
  on = false;
  await changing;
});

test('a look changes nothing, and leaves out what is damaged or past its days', async () => {
  const folder = emptyFolder();
  let now = days(0);
  const { store } = await opening(folder, { now: () => now });
  const entries = await store.entries(samples);
  await entries.add(sample(1));
  now = days(20);
  for (const count of [2, 3, 4]) await entries.add(sample(count));
  await store.close();
  const file = entryFiles(folder).find((path) => readFileSync(path, 'utf8').includes('sample 3')) ?? '';
  writeFileSync(file, 'hello');
  const before = filesBelow(folder);
  const seen = await lookAt(folder, samples, days(31));
  expect(seen.map(({ value, at }) => [value.count, at])).toEqual([
    [4, days(20)],
    [2, days(20)],
  ]);
  expect(filesBelow(folder)).toEqual(before);
});

test('a folder that is not there holds nothing', async () => {
  expect(await lookAt('/nowhere/at/all', samples)).toEqual([]);
});

test('the folder is what TSDEPLOY_DATA names, else .tsdeploy', () => {
  expect(dataFolder({}, '/srv')).toBe('/srv/.tsdeploy');
  expect(dataFolder({ TSDEPLOY_DATA: ' ' }, '/srv')).toBe('/srv/.tsdeploy');
  expect(dataFolder({ TSDEPLOY_DATA: 'data' }, '/srv')).toBe('/srv/data');
  expect(dataFolder({ TSDEPLOY_DATA: '/var/lib/tsdeploy' }, '/srv')).toBe('/var/lib/tsdeploy');
  expect(() => dataFolder({ TSDEPLOY_DATA: 'a\0b' }, '/srv')).toThrow('NUL');
});
