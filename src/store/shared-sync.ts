/**
 * Answers a function that syncs a folder. Callers that wait for the same folder share one sync, but never one that
 * began before they asked: it might have missed what they did.
 */
export function sharedSync(sync: (folder: string) => Promise<void>): (folder: string) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();
  const begin = (folder: string): Promise<void> => {
    const run = sync(folder).finally(() => {
      if (running.get(folder) === run) running.delete(folder);
    });
    running.set(folder, run);
    return run;
  };
  return (folder) => {
    const run = running.get(folder);
    if (!run) return begin(folder);
    const next =
      waiting.get(folder) ??
      run
        .catch(() => {})
        .then(() => {
          waiting.delete(folder);
          return begin(folder);
        });
    waiting.set(folder, next);
    return next;
  };
}
