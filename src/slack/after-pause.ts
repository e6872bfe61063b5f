import type { Id } from '../store/id.js';

/** Answers a function that does work for a plan once it wasn't called for so many milliseconds, or at once where the app ends. */
export function afterPause(ms: number, ending: AbortSignal, work: (plan: Id) => void): (plan: Id) => void {
  const waiting = new Map<Id, NodeJS.Timeout>();
  const act = (plan: Id) => {
    clearTimeout(waiting.get(plan));
    waiting.delete(plan);
    work(plan);
  };
  ending.addEventListener('abort', () => [...waiting.keys()].forEach(act), { once: true });
  return (plan) => {
    clearTimeout(waiting.get(plan));
    waiting.set(
      plan,
      setTimeout(() => act(plan), ms),
    );
  };
}
