import type { Desk } from './desk.js';
import type { Told } from './told.js';

/** Asks for something until there is an answer, as long as patience lasts. Only for what changes nothing. */
export async function patiently<T>({ clock, patience }: Desk, ask: () => Promise<Told<T>>): Promise<Told<T>> {
  let waited = 0;
  for (let failures = 0; ; ) {
    const told = await ask();
    if ('done' in told || 'refused' in told) return told;
    const pause = 'later' in told ? told.later : patience.pauses[failures];
    if (pause === undefined || waited + pause > patience.mostWait) return told;
    if (!('later' in told)) failures += 1;
    waited += pause;
    await clock.wait(pause);
  }
}

/** Answers how long to wait until a try that was turned down may be made again; null where patience is at its end. */
export function pauseBefore({ patience }: Desk, told: Told<unknown>, failures: number, waited: number): number | null {
  const pause = 'later' in told ? told.later : 'unsent' in told ? patience.pauses[failures] : undefined;
  return pause === undefined || waited + pause > patience.mostWait ? null : pause;
}
