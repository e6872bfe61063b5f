import { countedMiss, type KeptMiss, type Miss, missedQuestion } from '../questions/kept-miss.js';
import type { Entries } from '../store/port.js';

/** Takes down a question that wasn't answered, or was answered wrong, without who asked it. */
export type NoteMiss = (miss: Miss) => Promise<void>;

/** Answers how misses are counted among these entries. */
export const missesIn =
  (entries: Entries<KeptMiss, never>, now: () => number): NoteMiss =>
  async (miss) => {
    const missed = missedQuestion(miss);
    if (!missed) return;
    const at = new Date(now()).toISOString();
    await entries.update(missed.id, (kept) => countedMiss(kept, missed.question, miss, at));
  };
