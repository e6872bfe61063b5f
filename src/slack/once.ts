/** Answers whether a key is seen for the first time. */
export type First = (key: string) => boolean;

/** Remembers keys for at least `ms`, in bounded memory: so many new keys at most before the oldest are forgotten. */
export function firstTime(ms: number, now: () => number, most = 50_000): First {
  let recent = new Set<string>();
  let earlier = new Set<string>();
  let since = now();
  return (key) => {
    if (now() - since > ms || recent.size >= most) {
      earlier = now() - since > 2 * ms ? new Set() : recent;
      recent = new Set();
      since = now();
    }
    if (recent.has(key) || earlier.has(key)) return false;
    recent.add(key);
    return true;
  };
}
