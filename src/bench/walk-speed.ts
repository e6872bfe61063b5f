import { report } from './processes.js';
import { atMost, noTarget, type Row } from './row.js';
import type { Size } from './size.js';
import { median } from './timing.js';

/** How long a walk of all paths of the flow takes in a fresh process, and how much it covers. */
export async function walkSpeed(size: Size): Promise<Row[]> {
  const found: ((field: string) => number)[] = [];
  for (let at = 0; at < Math.min(size.starts, 5); at++) found.push(await report('walk'));
  const of = (field: string) => median(found.map((told) => told(field)));
  const measured = `the flow walked in classes of answers, ${found.length} times`;
  return [
    atMost(5, of('seconds'), { name: 'walk of all paths', unit: 's', measured }),
    noTarget(of('states'), { name: 'states told apart in the walk', unit: 'states', measured }),
    noTarget(of('paths'), { name: 'paths that they stand for', unit: 'paths', measured }),
  ];
}
