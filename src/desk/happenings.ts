import { EventEmitter, once } from 'node:events';

/** Tells, and waits for, what happens in a workspace. */
export interface Happenings {
  /** Tells whoever waits that something happened. */
  changed(): void;
  /** Calls back whenever something happened; answers what ends that. */
  watch(look: () => void): () => void;
  /** Waits until something answers other than undefined, null or false. Throws where it doesn't in time. */
  until<T>(look: () => T | undefined | null | false, what: string, ms?: number): Promise<T>;
}

/** Answers a place where nothing has happened yet. */
export function happenings(): Happenings {
  const happened = new EventEmitter().setMaxListeners(0);
  return {
    changed: () => void happened.emit('changed'),
    watch(look) {
      happened.on('changed', look);
      return () => void happened.off('changed', look);
    },
    async until(look, what, ms = 2_000) {
      const deadline = AbortSignal.timeout(ms);
      for (;;) {
        const seen = look();
        if (seen !== undefined && seen !== null && seen !== false) return seen;
        try {
          await once(happened, 'changed', { signal: deadline });
        } catch {
          throw new Error(`Waited ${ms} ms in vain for ${what}.`);
        }
      }
    },
  };
}
