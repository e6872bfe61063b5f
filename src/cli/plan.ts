import { existsSync } from 'node:fs';
import type { Pair } from '../config/pairs.js';
import { type PlanFormat, planFormats } from '../formats/index.js';
import { makePlan } from '../guide/plan.js';
import type { Plan } from '../guide/plan-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { readKnowledge } from '../knowledge/read.js';
import { Unusable } from '../text/problem.js';
import { pairOf, readArguments } from './arguments.js';
import type { World } from './run.js';
import { readLines, readText, sourceName } from './source.js';
import { answersOf } from './stated.js';
import { todayOf } from './today.js';

const formats: readonly PlanFormat[] = ['text', 'markdown', 'json', 'powershell'];

/** `tsdeploy plan [FILE] [--set word=value]… [--no-input] [--batch FILE] [--format F] [--today D]`. */
export async function planCommand(args: readonly string[], world: World): Promise<number> {
  const given = readArguments(args, { command: 'plan', formats, flags: ['no-input'] });
  const { format, options } = given;
  const files = given.files.filter((one) => !statesAnswer(one));
  const set = [...given.set, ...given.files.filter(statesAnswer).map(pairIn)];
  const today = todayOf(options.today, world.env);
  if (files.includes(''))
    throw new Unusable([
      'tsdeploy plan: the name of the file is empty. Name a file with answers, or - for standard input.',
    ]);
  if (files.length > 1)
    throw new Unusable([`tsdeploy plan: one file is read, ${files.length} were given. Put the answers into one.`]);
  if (options.batch !== undefined && (files.length > 0 || !['text', 'json'].includes(format)))
    throw new Unusable([
      'tsdeploy plan: --batch reads its own file and prints JSON. Leave out the other file and --format.',
    ]);
  const knowledge = readKnowledge();
  if (options.batch !== undefined) return batch(knowledge, options.batch, set, today, world);
  const [file] = files;
  const fromFile = file === undefined ? [] : answersOf(knowledge, sourceName(file), await filePairs(file));
  const answers = new Map([...fromFile, ...answersOf(knowledge, '--set', set)]);
  const stated = makePlan(knowledge, answers, today);
  const ask = format === 'text' && world.terminal && !options.flags.has('no-input') && file !== '-';
  const plan =
    ask && stated.open.length > 0
      ? await (await import('./ask-person.js')).askPerson(knowledge, answers, today, world.streams)
      : stated;
  if (plan === null) return 2;
  world.out(await print(plan, format, knowledge, world));
  return exitCode(plan, format);
}

/** Whether an argument is `word=value` with its --set left out, and no file. */
const statesAnswer = (argument: string) => /^[^=/\\]+=/.test(argument) && !existsSync(argument);

const pairIn = (argument: string): Pair =>
  pairOf(argument, (message) => {
    throw new Unusable([`tsdeploy plan: ${message}`]);
  });

/** 1 where the plan is blocked, or no script can be made. */
const exitCode = (plan: Plan, format: PlanFormat) =>
  plan.verdict === 'blocked' || (format === 'powershell' && plan.verdict === 'open') ? 1 : 0;

async function print(plan: Plan, format: PlanFormat, knowledge: Knowledge, world: World): Promise<string> {
  return (await planFormats[format]())(plan, { knowledge, colours: world.colours });
}

async function filePairs(file: string): Promise<Pair[]> {
  const { readPairs } = await import('../config/pairs.js');
  return readPairs(sourceName(file), readText(file));
}

async function batch(
  knowledge: Knowledge,
  file: string,
  set: readonly Pair[],
  today: string,
  world: World,
): Promise<number> {
  const { planLine } = await import('./batch.js');
  answersOf(knowledge, '--set', set);
  for (const [at, line] of readLines(file).entries())
    world.out(`${JSON.stringify(planLine(knowledge, `line ${at + 1}`, line, set, today))}\n`);
  return 0;
}
