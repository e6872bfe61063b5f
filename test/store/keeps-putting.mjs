// Changes entries of a folder until it is killed. Says what it is about to do, and what was confirmed, a line each.
import { writeSync } from 'node:fs';
import { openStore } from '../../dist/store/disk-store.js';
import { idFor } from '../../dist/store/id.js';

const [folder, first, entryCount] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const say = (...words) => writeSync(1, `${words.join(' ')}\n`);

/** A value whose parts have to agree, of any length. */
const kind = {
  name: 'counts',
  version: 1,
  migrations: [],
  read: (value) => ({ value }),
  facts: { count: ({ count }) => String(count) },
  days: 30,
};
const changed = (count) => ({ count, text: `${count},`.repeat((count * 7919) % 3000) });

const store = await openStore({ folder, tell: ({ what }) => say('note', what) });
const entries = await store.entries(kind);
say('open');

let count = first;
/** One after the other for an entry, many entries at once. */
async function work(key) {
  const id = idFor(key);
  for (;;) {
    count += 1;
    const mine = count;
    say('try', key, mine);
    if (mine % 10 === 0) await entries.delete(id);
    else if (mine % 3 === 0) await entries.update(id, () => changed(mine));
    else await entries.put(id, changed(mine));
    say('kept', key, mine);
  }
}
await Promise.all(Array.from({ length: entryCount }, (_, at) => work(`entry-${at}`)));
