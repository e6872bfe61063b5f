import { jsonText } from '../formats/clean.js';
import { type KeptMiss, missKind } from '../questions/kept-miss.js';
import { readSetup } from '../setup/read.js';
import { dataFolder } from '../store/data-folder.js';
import { lookAt } from '../store/look.js';
import { troubleOf } from '../store/trouble.js';
import { Unusable } from '../text/problem.js';
import type { World } from './run.js';

/** A question that was missed, and how often. */
interface MissRow extends KeptMiss {
  readonly count: number;
}

/** Prints what people asked and weren't answered, or answered wrong, most often first; changes nothing, and the bot may run meanwhile. */
export async function printMisses(format: string, world: World): Promise<number> {
  if (format === 'markdown')
    throw new Unusable(['tsdeploy ask: --misses prints text or json. Leave out --format, or give one of them.']);
  const { keep } = await readSetup(world.env);
  const folder = dataFolder(world.env, process.cwd());
  const seen = await lookAt(folder, missKind(keep.misses)).catch((error: unknown) => {
    throw troubleOf(error, folder);
  });
  const rows: MissRow[] = seen
    .map(({ value }) => ({ count: value.unanswered + value.wrong, ...value }))
    .sort((a, b) => b.count - a.count || b.last.localeCompare(a.last));
  world.out(
    format === 'json' ? `${jsonText(rows, 2)}\n` : rows.length === 0 ? none(folder) : rows.map(missLine).join(''),
  );
  return 0;
}

const none = (folder: string) => `No misses are kept in ${folder}.\n`;

function missLine({ count, question, unanswered, wrong, facts, last }: MissRow): string {
  const how = [
    ...(unanswered > 0 ? [`${unanswered} not answered`] : []),
    ...(wrong > 0 ? [`${wrong} said to be wrong (${facts.join(', ')})`] : []),
  ];
  return `${String(count).padStart(4)}  ${question}\n      ${how.join('; ')}; last ${last.slice(0, 10)}\n`;
}
