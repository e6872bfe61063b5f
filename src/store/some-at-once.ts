/** More would only wait for the same few threads, each with a file open. */
const atOnce = 32;

/** Does the work for every item, some of them at a time. Throws the first failure. */
export async function someAtOnce<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
