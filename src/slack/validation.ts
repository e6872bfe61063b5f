import type { Answers } from '../guide/answers.js';
import type { Id } from '../store/id.js';
import { StoreTrouble } from '../store/trouble.js';
import { type AnswerFile, answerThere, filesThere, type Thread } from './answer-there.js';
import type { Asked } from './asked.js';
import type { Bot } from './bot.js';
import type { Posted, Source } from './posted.js';
import { brokenOffMessage, correctedMessage, reportMessages, unusableMessage } from './validation-view.js';
import type { Unvalidated, Validated } from './validator.js';

/** Validates what was posted, and tells what was found: in a thread with the corrected text as a file, or to the person alone. */
export async function tellFindings(asked: Asked, there: Thread | null, posted: Posted, bot: Bot): Promise<void> {
  for (const [at, source] of posted.sources.entries()) {
    const judged = await judge(source, posted, bot);
    try {
      if ('error' in judged) await answerThere(asked, there, [unusableMessage(judged)], bot);
      else await tellOf(judged, asked, there, bot);
    } catch (error) {
      const reference = bot.noteFailure(error, 'telling of a posted text');
      const untold = posted.sources.slice(at).map(({ name }) => name);
      return bot.reply(asked.place, [brokenOffMessage(untold, reference)], asked.client);
    }
  }
}

/** One that fails through a defect of ours keeps the others from nothing. */
async function judge(source: Source, { set }: Posted, bot: Bot): Promise<Validated | Unvalidated> {
  if ('error' in source) return source;
  try {
    const validator = await bot.guide.validator();
    return await validator.validate(source.name, source.content, set);
  } catch (error) {
    const reference = bot.noteFailure(error, 'validating a posted text');
    return {
      name: source.name,
      error: `it can't be read through a defect of tsdeploy. Tell whoever runs this app the reference ${reference}.`,
    };
  }
}

/** Tells of one text. */
async function tellOf(judged: Validated, asked: Asked, there: Thread | null, bot: Bot): Promise<void> {
  const reading = judged.answers.size > 0 ? await kept(judged.answers, bot) : null;
  const { messages, inFile } = reportMessages(judged, reading);
  const { corrected, name } = judged;
  const shown = there === null && corrected ? correctedMessage(name, corrected.text) : null;
  const seen = await answerThere(asked, there, shown ? [...messages, shown] : messages, bot);
  const bare = name.replace(/\.[a-z0-9]{1,5}$/i, '');
  await filesThere(asked, seen ? there : null, [
    ...(inFile ? [reportFile(bare, await judged.print())] : []),
    ...(corrected && !shown ? [correctedFile(bare, corrected)] : []),
  ]);
}

/** Answers where the guide can start with these answers; null where they can't be kept, which keeps no findings back. */
async function kept(answers: Answers, bot: Bot): Promise<Id | null> {
  try {
    return await bot.readings.keep(answers);
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error;
    bot.noteFailure(error, 'keeping what was read');
    return null;
  }
}

const reportFile = (name: string, content: string): AnswerFile => ({
  filename: `${name}-report.md`,
  title: `Report: ${name}`,
  content,
});

const correctedFile = (name: string, { extension, text }: NonNullable<Validated['corrected']>): AnswerFile => ({
  filename: `${name}-corrected${extension}`,
  title: `Corrected: ${name}`,
  content: text,
});
