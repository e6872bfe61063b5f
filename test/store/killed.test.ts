import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { idFor } from '../../src/store/id.js';
import type { Kind } from '../../src/store/kind.js';
import { patience, runs } from '../campaign.js';
import { emptyFolder, entryFiles, filesBelow, opening } from './folders.js';
import { startPutting } from './putting.js';

interface Count {
  readonly count: number;
  readonly text: string;
}

/** What the process keeps, read strictly: a half entry is none. */
const counts: Kind<Count, 'count'> = {
  name: 'counts',
  version: 1,
  migrations: [],
  read(value) {
    const fields = new Map<string, unknown>(Object.entries(value ?? {}));
    const [count, text] = [fields.get('count'), fields.get('text')];
    if (typeof count !== 'number' || text !== `${count},`.repeat((count * 7919) % 3000)) return { wrong: 'half' };
    return { value: { count, text } };
  },
  facts: { count: ({ count }) => String(count) },
  days: 30,
};

const isDeletion = (change: number) => change % 10 === 0;

test('whatever was confirmed is there after a kill at any moment, and nothing is half', {
  timeout: patience,
}, async () => {
  const folder = emptyFolder();
  const last = new Map<string, number>();
  let first = 0;
  let changes = 0;
  for (let round = 0; round < runs(50, 10).numRuns; round++) {
    const child = await startPutting(folder, first);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
    await child.kill();
    const told = child.told();

    const { store, notes } = await opening(folder);
    const entries = await store.entries(counts);
    const rows = new Map(entries.list().map(({ id, facts }) => [id, facts.count]));
    for (const [key, { kept, begun }] of told) {
      const found = (await entries.get(idFor(key)))?.count;
      const before = kept || (last.get(key) ?? 0);
      const possible = [before, ...begun].map((change) => (isDeletion(change) ? undefined : change));
      expect(possible, `${key} in round ${round}`).toContain(found);
      expect(rows.get(idFor(key))).toBe(found?.toString());
      // What is deleted counts as change 0, which is a deletion.
      last.set(key, found ?? 0);
      first = Math.max(first, kept, ...begun);
      changes += kept > 0 ? 1 : 0;
    }
    expect(notes).toEqual([{ what: 'took over', from: expect.stringContaining(String(child.pid)) }]);
    await store.close();
    expect(filesBelow(folder).map((path) => basename(path))).toHaveLength(rows.size + 1);
    expect(entryFiles(folder)).toHaveLength(rows.size);
  }
  expect(changes).toBeGreaterThan(0);
});
