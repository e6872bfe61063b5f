import { mostBytes } from '../config/decode.js';
import { type Posted, readPosted } from '../config/recognise.js';
import { type Checked, reportFormatNames, reportFormats } from '../formats/reports.js';
import { type Answers, readAnswers } from '../guide/answers.js';
import { validate } from '../guide/validate.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { readKnowledge } from '../knowledge/read.js';
import { Unusable } from '../text/problem.js';
import { readArguments } from './arguments.js';
import { readBytes } from './bytes.js';
import type { World } from './run.js';
import { sourceName } from './source.js';
import { todayOf } from './today.js';

/** `tsdeploy validate [FILE…] [--set word=value]… [--fix] [--batch FILE] [--format F] [--today D]`. */
export async function validateCommand(args: readonly string[], world: World): Promise<number> {
  const { files, set, format, options } = readArguments(args, {
    command: 'validate',
    formats: reportFormatNames,
    flags: ['fix'],
  });
  const fix = options.flags.has('fix');
  if (fix && !['text', 'markdown'].includes(format))
    throw new Unusable([
      `tsdeploy validate: --fix prints the corrected text, which has no format ${format}. Leave out --format.`,
    ]);
  const today = todayOf(options.today, world.env);
  const knowledge = readKnowledge();
  const words = set.map(([word, value]) => [word, value] as const);
  const given = setWords(knowledge, '--set', words);
  if (options.batch !== undefined) {
    if (fix) throw new Unusable(['tsdeploy validate: --fix takes files, not --batch. Name the files.']);
    if (files.length > 0 || !['text', 'json'].includes(format))
      throw new Unusable([
        'tsdeploy validate: --batch reads its own file and prints JSON. Leave out the other files and --format.',
      ]);
    return (await import('./validate-batch.js')).validateBatch(knowledge, options.batch, given, today, world);
  }
  if (files.length === 0)
    throw new Unusable(['tsdeploy validate: name a file to be checked, or - for standard input.']);
  if (fix) return (await import('./validate-fix.js')).validateFix(knowledge, files, given, today, world);
  const checked: Checked[] = [];
  for (const file of files) {
    const name = sourceName(file);
    const one = await check(knowledge, name, given, today, () => readPosted(knowledge, readBytes(file, mostBytes)));
    if ('error' in one) world.err(`${one.name}: ${one.error}\n`);
    checked.push(one);
  }
  world.out((await reportFormats[format]())(checked, { knowledge, colours: world.colours }));
  return exitCode(checked);
}

/** 2 where a file can't be used, else 1 where errors were found. */
function exitCode(checked: readonly Checked[]): number {
  if (checked.some((one) => 'error' in one)) return 2;
  return checked.some((one) => 'report' in one && one.report.summary.errors > 0) ? 1 : 0;
}

/** Answers what the facts say of one text, or why it can't be used; never throws. */
export async function check(
  knowledge: Knowledge,
  name: string,
  set: Answers,
  today: string,
  read: () => Promise<Posted>,
): Promise<Checked> {
  try {
    const { reading, text } = await read();
    return { name, report: validate(knowledge, name, reading, set, today), text };
  } catch (error) {
    if (error instanceof Unusable) return { name, error: error.lines.join(' ') };
    const why = error instanceof Error ? error.message : String(error);
    return { name, error: `it can't be read through a defect of tsdeploy (${why}). Please report it with the text.` };
  }
}

/** Answers words given beside a text. Throws Unusable with all that is wrong in them. */
export function setWords(
  knowledge: Knowledge,
  source: string,
  pairs: Iterable<readonly [word: string, value: string]>,
): Answers {
  const { answers, problems } = readAnswers(knowledge, pairs);
  if (problems.length > 0) throw new Unusable(problems.map(({ message }) => `${source}: ${message}`));
  return answers;
}
