/** Answers the middle one of the numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Answers how many milliseconds the work takes. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Answers `count` pairs, each measured right after the other, so that a noisy moment hits both. */
export async function pairs<T>(count: number, ours: () => Promise<T>, peers: () => Promise<T>): Promise<Pair<T>[]> {
  const found: Pair<T>[] = [];
  for (let at = 0; at < count; at++) found.push({ peer: await peers(), ours: await ours() });
  return found;
}

/** A measurement of ours beside one of the peer's. */
export interface Pair<T> {
  readonly ours: T;
  readonly peer: T;
}
