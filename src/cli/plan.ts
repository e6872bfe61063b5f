import { readFileSync } from 'node:fs';
import type { Pair } from '../config/pairs.js';
import { type PlanFormat, planFormats } from '../formats/index.js';
import { type Answers, readAnswers } from '../guide/answers.js';
import { makePlan } from '../guide/plan.js';
import type { Plan } from '../guide/plan-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { readKnowledge } from '../knowledge/read.js';
import { Unusable } from '../text/problem.js';
import { readArguments } from './arguments.js';
import type { World } from './run.js';
import { todayOf } from './today.js';

const formats: readonly PlanFormat[] = ['text', 'markdown', 'json', 'powershell'];

/** `tsdeploy plan [FILE] [--set word=value]… [--no-input] [--batch FILE] [--format F] [--today D]`. */
export async function planCommand(args: readonly string[], world: World): Promise<number> {
  const { files, set, format, options } = readArguments(args, { command: 'plan', formats, flags: ['no-input'] });
  const today = todayOf(options.today, world.env);
  if (files.length > 1)
    throw new Unusable([`tsdeploy plan: one file is read, ${files.length} were given. Put the answers into one.`]);
  const knowledge = readKnowledge();
  if (options.batch !== undefined) return batch(knowledge, options.batch, today, world);
  const [file] = files;
  const fromFile = file === undefined ? new Map() : await answersOf(knowledge, file, await filePairs(file));
  const answers = new Map([...fromFile, ...(await answersOf(knowledge, '--set', set))]);
  const ask = format === 'text' && world.terminal && !options.flags.has('no-input') && file !== '-';
  const plan = ask
    ? await (await import('./ask-person.js')).askPerson(knowledge, answers, today)
    : makePlan(knowledge, answers, today);
  if (plan === null) return 2;
  world.out(await print(plan, format, knowledge, world));
  return exitCode(plan, format);
}

/** 1 where the plan is blocked, or no script can be made. */
const exitCode = (plan: Plan, format: PlanFormat) =>
  plan.verdict === 'blocked' || (format === 'powershell' && plan.verdict === 'open') ? 1 : 0;

async function print(plan: Plan, format: PlanFormat, knowledge: Knowledge, world: World): Promise<string> {
  return (await planFormats[format]())(plan, { knowledge, colours: world.colours });
}

/** Answers the answers of one source. Throws Unusable with all that is wrong in it. */
async function answersOf(knowledge: Knowledge, source: string, pairs: readonly Pair[]): Promise<Answers> {
  const { answers, problems } = readAnswers(knowledge, pairs);
  if (problems.length > 0) throw new Unusable(problems.map(({ message }) => `${source}: ${message}`));
  return answers;
}

async function filePairs(file: string): Promise<Pair[]> {
  const { readPairs } = await import('../config/pairs.js');
  return readPairs(file === '-' ? 'standard input' : file, readText(file));
}

/** Answers a file's text; `-` is standard input. Throws Unusable where it can't be read. */
function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOENT' ? "doesn't exist" : code === 'EISDIR' ? 'is a folder' : `can't be read (${code})`;
    throw new Unusable([`${file}: the file ${why}. Name a file with answers, or - for standard input.`]);
  }
}

async function batch(knowledge: Knowledge, file: string, today: string, world: World): Promise<number> {
  const { readPairs } = await import('../config/pairs.js');
  const lines = readText(file)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  for (const [at, line] of lines.entries()) {
    world.out(`${JSON.stringify(await batchLine(knowledge, `line ${at + 1}`, line, today, readPairs))}\n`);
  }
  return 0;
}

async function batchLine(
  knowledge: Knowledge,
  source: string,
  line: string,
  today: string,
  readPairs: (source: string, text: string) => Pair[],
): Promise<Plan | { error: string }> {
  try {
    return makePlan(knowledge, await answersOf(knowledge, source, readPairs(source, line)), today);
  } catch (error) {
    if (error instanceof Unusable) return { error: error.message };
    throw error;
  }
}
