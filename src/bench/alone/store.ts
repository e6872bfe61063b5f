// Opens the store of a folder once in a fresh process, modules included, and tells how many entries it found.
const start = performance.now();
const { openStore } = await import('../../store/disk-store.js');
const { notes } = await import('../store-entries.js');
const store = await openStore({ folder: process.argv[2] ?? '', tell: () => {} });
const entries = await store.entries(notes);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, entries: entries.list().length }));
await store.close();
