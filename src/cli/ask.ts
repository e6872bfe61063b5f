import { answer } from '../answer/answer.js';
import { answerFormatNames, answerFormats } from '../formats/answers.js';
import { jsonText } from '../formats/clean.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { readKnowledge } from '../knowledge/read.js';
import { Unusable } from '../text/problem.js';
import { readArguments } from './arguments.js';
import type { World } from './run.js';
import { readLines } from './source.js';
import { todayOf } from './today.js';

/** `tsdeploy ask "QUESTION" [--misses] [--after "EARLIER QUESTION"] [--batch FILE] [--format F] [--today D]`. */
export async function askCommand(args: readonly string[], world: World): Promise<number> {
  const { files, format, options } = readArguments(args, {
    command: 'ask',
    formats: answerFormatNames,
    flags: ['misses'],
    takers: ['format', 'today', 'batch', 'after'],
  });
  if (options.flags.has('misses')) {
    if (files.length > 0 || options.batch !== undefined || options.own.has('after'))
      throw new Unusable(['tsdeploy ask: --misses takes no question, --after or --batch. Leave them out.']);
    return (await import('./ask-misses.js')).printMisses(format, world);
  }
  const today = todayOf(options.today, world.env);
  const knowledge = readKnowledge();
  if (options.batch !== undefined) {
    if (files.length > 0 || options.own.has('after') || format === 'markdown')
      throw new Unusable([
        'tsdeploy ask: --batch reads its own file and prints JSON. Leave out the question, --after and --format.',
      ]);
    return batch(knowledge, options.batch, today, world);
  }
  if (files.length === 0) throw new Unusable(['tsdeploy ask: there is no question. Write: tsdeploy ask "QUESTION".']);
  const answered = answer(knowledge, { question: files.join(' '), after: options.own.get('after'), today });
  world.out((await answerFormats[format]())(answered, { knowledge, colours: world.colours }));
  return 0;
}

function batch(knowledge: Knowledge, file: string, today: string, world: World): number {
  for (const question of readLines(file)) world.out(`${jsonText(answer(knowledge, { question, today }))}\n`);
  return 0;
}
