/** Counts work that is under way, so that a stop can wait for it. */
export interface InFlight {
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Waits until nothing is under way, `ms` at most; answers how much still is. */
  drained(ms: number): Promise<number>;
}

/** Answers a counter at zero. */
export function inFlight(): InFlight {
  let count = 0;
  const waiting = new Set<() => void>();
  return {
    async during(work) {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        if (count === 0) for (const tell of waiting) tell();
      }
    },
    async drained(ms) {
      if (count === 0) return 0;
      await new Promise<void>((resolve) => {
        const tell = () => {
          clearTimeout(timer);
          waiting.delete(tell);
          resolve();
        };
        const timer = setTimeout(tell, ms);
        waiting.add(tell);
      });
      return count;
    },
  };
}
