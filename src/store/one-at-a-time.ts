/** Does work of the same key one after the other, in the order it is given. */
export interface OneAtATime {
  <R>(key: string, work: () => Promise<R>): Promise<R>;
  /** Waits until nothing is under way. */
  idle(): Promise<void>;
}

/** Answers a queue for each key, with nothing in it. */
export function oneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  const queue = <R>(key: string, work: () => Promise<R>): Promise<R> => {
    const result = (last.get(key) ?? Promise.resolve()).then(work);
    const done = result
      .catch(() => {})
      .finally(() => {
        if (last.get(key) === done) last.delete(key);
      });
    last.set(key, done);
    return result;
  };
  const idle = async () => {
    while (last.size > 0) await Promise.all(last.values());
  };
  return Object.assign(queue, { idle });
}
