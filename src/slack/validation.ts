import { type AnswerFile, answerThere, filesThere, type Thread } from './answer-there.js';
import type { Asked } from './asked.js';
import type { Bot } from './bot.js';
import type { Posted, Source } from './posted.js';
import { correctedMessage, reportMessages, unusableMessage } from './validation-view.js';
import type { Unvalidated, Validated } from './validator.js';

/** Validates what was posted, and tells what was found: in a thread with the corrected text as a file, or to the person alone. */
export async function tellFindings(asked: Asked, there: Thread | null, posted: Posted, bot: Bot): Promise<void> {
  for (const source of posted.sources) {
    const judged = await judge(source, posted, bot);
    if ('error' in judged) await answerThere(asked, there, [unusableMessage(judged)], bot);
    else await tellOf(judged, asked, there, bot);
  }
}

/** One that fails through a defect of ours keeps the others from nothing. */
async function judge(source: Source, { set }: Posted, bot: Bot): Promise<Validated | Unvalidated> {
  if ('error' in source) return source;
  try {
    return await bot.guide.validator.validate(source.name, source.content, set);
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
  const reading = judged.answers.size > 0 ? await bot.readings.keep(judged.answers) : null;
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
