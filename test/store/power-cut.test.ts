import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/disk-store.js';
import { idFor } from '../../src/store/id.js';
import type { Note } from '../../src/store/note.js';
import { runs } from '../campaign.js';
import { powerCutDisk } from './power-cut-disk.js';
import { sample, samples } from './sample-kind.js';

/** Ids of one folder, so that its syncs are shared. */
const ids = Array.from({ length: 200 }, (_, number) => idFor(`sample ${number}`))
  .filter((id) => id.startsWith('a'))
  .slice(0, 3);
/** A put of the number, or a removal. */
const step = fc.option(fc.nat(), { nil: undefined, freq: 3 });
const life = fc.record({
  steps: fc.tuple(...ids.map(() => fc.array(step, { maxLength: 5 }))),
  cutAfter: fc.nat(150),
  chances: fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
});

const folder = join('/', 'data');

test('whatever was confirmed is there after the power fails at any moment, again and again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), async (lives) => {
      const disk = powerCutDisk();
      // By entry, the counts that may be there: what was confirmed last, or what was under way since.
      let possible = ids.map(() => new Set<number | undefined>([undefined]));
      for (const { steps, cutAfter, chances } of lives) {
        const notes: Note[] = [];
        const open = async () => {
          const store = await openStore({ folder, disk, tell: (note) => notes.push(note) });
          return { store, entries: await store.entries(samples) };
        };
        const { store: cut, entries } = await open();
        disk.cutAfter(cutAfter);
        await Promise.allSettled(
          ids.map(async (id, at) => {
            for (const count of steps[at] ?? []) {
              possible[at]?.add(count);
              await (count === undefined ? entries.delete(id) : entries.put(id, sample(count)));
              possible[at] = new Set([count]);
            }
          }),
        );
        disk.cutAfter(0);
        await cut.close();
        disk.back(() => chances.next().value);
        // After a start of the system no process of before is there.
        for (const name of await disk.names(folder))
          if (name.startsWith('held-')) await disk.remove(join(folder, name));

        const { store, entries: after } = await open();
        const found = await Promise.all(ids.map(async (id) => (await after.get(id))?.count));
        for (const [at, count] of found.entries()) expect([...(possible[at] ?? [])]).toContain(count);
        const listed = ids.flatMap((id, at) => (found[at] === undefined ? [] : [id])).sort();
        expect(
          after
            .list()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(listed);
        expect(notes.filter(({ what }) => what !== 'rebuilt')).toEqual([]);
        possible = found.map((count) => new Set([count]));
        await store.close();
      }
    }),
    runs(150),
  );
});
