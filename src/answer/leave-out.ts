import { type Finder, severalTimes } from './finder.js';

/** Answers what `work` answers while a sentence of an entry, or all of the entry where `ask` is null, is left out of the index. */
export function leavingOut<T>(finder: Finder, key: string, ask: string | null, work: (finder: Finder) => T): T {
  const id = finder.entries.findIndex(({ entry }) => entry.key === key);
  const left = finder.entries[id];
  if (!left) return work(finder);
  const at = ask === null ? -1 : left.entry.asks.indexOf(ask);
  const sentences = left.sentences().filter((_, other) => ask !== null && other !== at);
  const asks = sentences.slice(0, -1).flatMap(({ terms }) => [...terms]);
  const body = ask === null ? { heading: '', text: '', labels: '' } : {};
  const document = { ...left.document, ...body, asks: severalTimes(asks).join(' ') };
  const entries = finder.entries.map((one, other) => (other === id ? { ...one, sentences: () => sentences } : one));
  finder.index.replace(document);
  try {
    return work({ ...finder, entries });
  } finally {
    finder.index.replace(left.document);
  }
}
