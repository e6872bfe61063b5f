import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { realDisk } from '../../src/store/disk.js';
import { newId } from '../../src/store/id.js';
import { headerOf, indexPath, readIndex, writeIndex } from '../../src/store/index-file.js';
import { journalOf } from '../../src/store/journal.js';
import type { Row } from '../../src/store/port.js';
import { rowsOf } from '../../src/store/rows.js';
import { emptyFolder } from './folders.js';
import { days, samples } from './sample-kind.js';

const row = (serial: number): Row<'owner' | 'title'> => ({
  id: newId(),
  serial,
  at: days(serial),
  facts: { owner: 'U1', title: `line\n${serial}\u2028"` },
});

async function indexOf(lines: number) {
  const folder = emptyFolder();
  const rows = rowsOf([row(1), row(2)]);
  await writeIndex(realDisk, folder, samples, rows.all());
  const journal = journalOf(realDisk, folder, samples, lines, rows);
  return { folder, rows, journal, text: () => readFileSync(indexPath(folder), 'utf8') };
}

test('a new row is added at the end of the index, soon or at the end', async () => {
  const { folder, rows, journal, text } = await indexOf(2);
  const before = text();
  const added = row(3);
  rows.set(added);
  journal.note(added);
  expect(text()).toBe(before);
  await expect.poll(text).not.toBe(before);
  expect(text().startsWith(before)).toBe(true);
  await journal.finish();
  const read = await readIndex(realDisk, folder, samples);
  expect([...(read?.rows.values() ?? [])]).toEqual([...rows.all()]);
  expect(read?.serial).toBe(3);
});

test('an index with many more lines than rows is written anew, with a line for each', async () => {
  const { folder, rows, journal, text } = await indexOf(20_000);
  const added = row(3);
  rows.set(added);
  journal.note(added);
  await journal.finish();
  expect(
    text()
      .split('\n')
      .filter((line) => line !== ''),
  ).toHaveLength(4);
  expect(text().split('\n')[0]).toBe(headerOf(samples));
  const read = await readIndex(realDisk, folder, samples);
  expect([...(read?.rows.values() ?? [])]).toEqual([...rows.all()]);
});

test('an index that can not be written harms nothing', async () => {
  const rows = rowsOf([row(1)]);
  const append = () => Promise.reject(new Error('ENOSPC'));
  const journal = journalOf({ ...realDisk, append }, '/nowhere', samples, 0, rows);
  journal.note(row(2));
  await journal.finish();
});
