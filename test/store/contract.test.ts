import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/disk-store.js';
import { type Id, idFor, idIn, newId } from '../../src/store/id.js';
import { openMemoryStore } from '../../src/store/memory-store.js';
import type { Entries, Store } from '../../src/store/port.js';
import { runs } from '../campaign.js';
import { emptyFolder } from './folders.js';
import { days, type Sample, sample, samples } from './sample-kind.js';

type Samples = Entries<Sample, 'owner' | 'title'>;

/** A store that the suite opens, closes and, where it outlives that, opens again. */
interface Place {
  open(now: () => number): Promise<Store>;
  readonly lasting: boolean;
}

const places: Record<string, () => Place> = {
  'on the disk': () => {
    const folder = emptyFolder();
    const tell = (note: unknown) => expect(note).toBeNull();
    return { open: (now) => openStore({ folder, tell, now }), lasting: true };
  },
  'in memory': () => ({ open: async (now) => openMemoryStore(now), lasting: false }),
};

const ids = [1, 2, 3].map((number) => idFor(`sample ${number}`));
const value = fc.record({ owner: fc.constantFrom('U1', 'U2', '__proto__', ''), title: fc.string(), count: fc.nat(9) });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('put' as const), id: fc.constantFrom(...ids), value }) },
  fc.record({ do: fc.constant('add' as const), value }),
  fc.record({ do: fc.constantFrom('delete' as const, 'count' as const, 'get' as const), id: fc.constantFrom(...ids) }),
  fc.record({ do: fc.constant('reopen' as const) }),
);

/** What the entries should be: by id, the last put last. */
type Model = Map<Id, Sample>;

const again = (model: Model, id: Id, kept: Sample) => {
  model.delete(id);
  model.set(id, kept);
};

async function mustAgree(entries: Samples, model: Model): Promise<void> {
  const newest = [...model].reverse();
  expect(entries.list().map(({ id }) => id)).toEqual(newest.map(([id]) => id));
  for (const owner of ['U1', '__proto__'])
    expect(entries.list({ owner }).map(({ id, facts }) => [id, facts.title])).toEqual(
      newest.flatMap(([id, kept]) => (kept.owner === owner ? [[id, kept.title]] : [])),
    );
  for (const id of [...ids, ...model.keys()]) expect(await entries.get(id)).toEqual(model.get(id));
}

describe.each(Object.entries(places))('a store %s', (_, placeOf) => {
  const entriesIn = async (now: () => number = () => days(0)) => {
    const store = await placeOf().open(now);
    return { store, entries: await store.entries(samples) };
  };

  test('answers like a map after any steps, closed and opened again in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const place = placeOf();
        const model: Model = new Map();
        let store = await place.open(() => days(0));
        let entries = await store.entries(samples);
        for (const one of steps) {
          if (one.do === 'put') {
            await entries.put(one.id, one.value);
            again(model, one.id, one.value);
          } else if (one.do === 'add') again(model, await entries.add(one.value), one.value);
          else if (one.do === 'delete') expect(await entries.delete(one.id)).toBe(model.delete(one.id));
          else if (one.do === 'get') expect(await entries.get(one.id)).toEqual(model.get(one.id));
          else if (one.do === 'count') {
            const more = (kept: Sample | undefined) => kept && { ...kept, count: kept.count + 1 };
            const kept = more(model.get(one.id));
            expect(await entries.update(one.id, more)).toEqual(kept);
            if (kept) again(model, one.id, kept);
          } else if (place.lasting) {
            await store.close();
            store = await place.open(() => days(0));
            entries = await store.entries(samples);
          }
        }
        await mustAgree(entries, model);
        await store.close();
      }),
      runs(40),
    );
  });

  test('loses no update where many come at once', async () => {
    const { entries } = await entriesIn();
    const id = await entries.add(sample(0));
    const more = (kept: Sample | undefined) => sample((kept?.count ?? 0) + 1);
    await Promise.all(Array.from({ length: 100 }, () => entries.update(id, more)));
    expect(await entries.get(id)).toEqual(sample(100));
  });

  test('makes an entry of a key once, however many ask for it at once', async () => {
    const { entries } = await entriesIn();
    const made: number[] = [];
    const first = (at: number) => (kept: Sample | undefined) => {
      if (kept) return kept;
      made.push(at);
      return sample(at);
    };
    await Promise.all([1, 2, 3].map((at) => entries.update(idFor('thread 1'), first(at))));
    expect(made).toEqual([1]);
    expect(entries.list()).toHaveLength(1);
  });

  test('writes nothing where an update answers what was there', async () => {
    const { entries } = await entriesIn();
    const id = await entries.add(sample(1));
    const [before] = entries.list();
    await entries.update(id, (kept) => kept);
    expect(entries.list()).toEqual([before]);
  });

  test('removes the entry where an update answers nothing', async () => {
    const { entries } = await entriesIn();
    const id = await entries.add(sample(1));
    expect(await entries.update(id, () => undefined)).toBeUndefined();
    expect(await entries.get(id)).toBeUndefined();
    expect(entries.list()).toEqual([]);
  });

  test('leaves the entry as it was where an update throws, and goes on', async () => {
    const { entries } = await entriesIn();
    const id = await entries.add(sample(1));
    const failing = () => {
      throw new Error('not yours');
    };
    await expect(entries.update(id, failing)).rejects.toThrow('not yours');
    expect(await entries.get(id)).toEqual(sample(1));
  });

  test('answers values that nobody else can change', async () => {
    const { entries } = await entriesIn();
    const mine = { ...sample(1) };
    const id = await entries.add(mine);
    mine.count = 2;
    expect(await entries.get(id)).toEqual(sample(1));
    expect(await entries.get(id)).not.toBe(await entries.get(id));
  });

  test('refuses a value that could not be read again', async () => {
    const { entries } = await entriesIn();
    await expect(entries.add({ ...sample(1), count: Number.NaN })).rejects.toThrow('count must be a number');
    expect(entries.list()).toEqual([]);
  });

  test('refuses an id that is none, whatever the types say', async () => {
    const { entries } = await entriesIn();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('../x', '..', '/', 'a\0')),
        async (text) => {
          // The types forbid it; this is what would happen if somebody got around them.
          await expect(entries.put(text as Id, sample(1))).rejects.toThrow('not an id');
        },
      ),
    );
    expect(entries.list()).toEqual([]);
  });

  test('forgets an entry when its days are over, counted from its last put', async () => {
    let now = days(0);
    const { entries } = await entriesIn(() => now);
    const [old, renewed] = [await entries.add(sample(1)), await entries.add(sample(2))];
    now = days(20);
    await entries.put(renewed, sample(3));
    now = days(29);
    expect(entries.list()).toHaveLength(2);
    now = days(31);
    expect(entries.list().map(({ id }) => id)).toEqual([renewed]);
    expect(await entries.get(old)).toBeUndefined();
    expect(await entries.update(old, (kept) => kept)).toBeUndefined();
    expect(await entries.delete(old)).toBe(false);
    expect(await entries.get(renewed)).toEqual(sample(3));
  });

  test('keeps kinds apart', async () => {
    const { store, entries } = await entriesIn();
    const others = await store.entries({ ...samples, name: 'others' });
    const id = await entries.add(sample(1));
    expect(await others.get(id)).toBeUndefined();
    expect(others.list()).toEqual([]);
  });

  test('finishes what is under way when it is closed, and refuses everything after', async () => {
    const { store, entries } = await entriesIn();
    const adding = entries.add(sample(1));
    await store.close();
    expect(idIn(await adding)).not.toBeNull();
    const refused = { why: 'closed', message: expect.stringContaining('is ending') };
    await expect(entries.add(sample(2))).rejects.toMatchObject(refused);
    await expect(entries.get(newId())).rejects.toMatchObject(refused);
    await expect(store.entries({ ...samples, name: 'others' })).rejects.toMatchObject(refused);
    expect(() => entries.list()).toThrow('is ending');
  });

  test('refuses a kind that contradicts itself or is open already', async () => {
    const { store } = await entriesIn();
    for (const wrong of [{ name: '../x' }, { name: 'others', version: 2 }, { name: 'others', days: 0 }, {}])
      await expect(store.entries({ ...samples, ...wrong })).rejects.toThrow(/samples|others|\.\.\/x/);
  });
});

describe('an id', () => {
  test('of a new entry is one of 2 to the 128th', () => {
    const made = new Set(Array.from({ length: 1000 }, () => newId()));
    expect(made.size).toBe(1000);
    for (const id of made) expect(idIn(id)).toBe(id);
  });

  test('of a key is always the same', () => {
    expect(idFor('C1:1.2')).toBe(idFor('C1:1.2'));
    expect(idFor('C1:1.2')).not.toBe(idFor('C1:1.3'));
  });

  test('is nothing but 32 lower-case hex digits', () => {
    expect(idIn('A'.repeat(32))).toBeNull();
    expect(idIn(`${'a'.repeat(32)}\n`)).toBeNull();
    expect(idIn('a'.repeat(31))).toBeNull();
  });
});
