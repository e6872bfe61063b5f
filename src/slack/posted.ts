import type { Answers } from '../guide/answers.js';
import type { Asked } from './asked.js';
import type { Bot } from './bot.js';
import { type Fields, fieldsOf, itemsOf } from './fields.js';
import { words } from './mrkdwn.js';
import { noticeMessage } from './notice.js';

/** Something posted that is to be validated: its name, and what it holds, or why it can't be had. */
export type Source = { readonly name: string } & (
  | { readonly content: string | Uint8Array }
  | { readonly error: string }
);

/** What is to be validated, and the words that are given beside it. */
export interface Posted {
  readonly sources: readonly Source[];
  readonly set: Answers;
}

/** More files of one message aren't read. */
const mostFiles = 10;

/** What a text in a message is called. */
const textName = 'Your text';

/** Answers the files that a message holds. */
export const filesOf = (message: Fields): Fields[] => itemsOf(message.files).map(fieldsOf);

/** Answers what of a message is to be validated: its files and its text, or its text as words beside the files. */
export async function postedIn(text: string, files: readonly Fields[], { client }: Asked, bot: Bot): Promise<Posted> {
  const fetched: Source[] = [];
  for (const file of files.slice(0, mostFiles)) {
    const one = await bot.fetchFile(file, client);
    fetched.push('bytes' in one ? { name: one.name, content: one.bytes } : one);
  }
  const beyond = files.length - mostFiles;
  if (beyond > 0)
    fetched.push({ name: `${beyond} more files`, error: `I read ${mostFiles} of one message. Post them in another.` });
  if (fetched.length === 0) return { sources: [{ name: textName, content: text }], set: new Map() };
  const { answers, problems } = bot.guide.read(text);
  if (text !== '' && problems.length === 0) return { sources: fetched, set: answers };
  const own = await (await bot.guide.validator()).isPosted(text);
  return { sources: own ? [{ name: textName, content: text }, ...fetched] : fetched, set: new Map() };
}

/** What somebody is told who wants nothing validated. */
export const nothingPosted = noticeMessage({
  title: '',
  lines: [
    [
      words(
        'There is nothing to validate: no text and no file. Post a config, a PowerShell script, an output, or an exported task sequence.',
      ),
    ],
  ],
});
