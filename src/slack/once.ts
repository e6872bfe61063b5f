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

/** A second click within so many milliseconds belongs to the first. */
const doubleClickMs = 1_000;

/** Does once what a double click asks for twice; later it may be asked for again, after a failure at once. */
export async function notTwice(first: First, key: string, work: () => Promise<void>): Promise<void> {
  await once(first, key, async () => {
    await work();
    setTimeout(() => first.forget(key), doubleClickMs).unref();
  });
}
