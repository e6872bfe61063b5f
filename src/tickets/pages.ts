import type { Told } from './told.js';

/** One page of a list, and whether another follows. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/** More pages than this are no list of comments. */
const mostPages = 1_000;

/** Answers the first item of a list that fits, asking for one page after the other; null where none does. */
export async function firstIn<T>(
  page: (number: number) => Promise<Told<ListPage<T>>>,
  fits: (item: T) => boolean,
): Promise<Told<T | null>> {
  for (let number = 0; number < mostPages; number += 1) {
    const told = await page(number);
    if (!('done' in told)) return told;
    const found = told.done.items.find(fits);
    if (found !== undefined) return { done: found };
    if (!told.done.more || told.done.items.length === 0) return { done: null };
  }
  return { unsure: `The list of comments doesn't end after ${mostPages} pages.` };
}
