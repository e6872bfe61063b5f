/** Answers whether a key is seen for the first time. */
export interface First {
  (key: string): boolean;
  /** Lets a key count as new once more. */
  forget(key: string): void;
}

/** Remembers keys for at least `ms`, in bounded memory: so many new keys at most before the oldest are forgotten. */
export function firstTime(ms: number, now: () => number, most = 50_000): First {
  let recent = new Set<string>();
  let earlier = new Set<string>();
  let since = now();
  const first = (key: string) => {
    if (now() - since > ms || recent.size >= most) {
      earlier = now() - since > 2 * ms ? new Set() : recent;
      recent = new Set();
      since = now();
    }
    if (recent.has(key) || earlier.has(key)) return false;
    recent.add(key);
    return true;
  };
  const forget = (key: string) => {
    recent.delete(key);
    earlier.delete(key);
  };
  return Object.assign(first, { forget });
}

/** Does something once, however often it is asked for; what failed may be done again. */
export async function once(first: First, key: string, work: () => Promise<void>): Promise<void> {
  if (!first(key)) return;
  try {
    await work();
  } catch (error) {
    first.forget(key);
    throw error;
  }
}
