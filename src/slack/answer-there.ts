import { basename } from 'node:path';
import type { Asked } from './asked.js';
import type { Bot } from './bot.js';
import { cut, words } from './mrkdwn.js';
import { noticeMessage } from './notice.js';
import type { Message } from './pack.js';
import { manners } from './reply.js';
import { errorCode } from './trouble.js';

/** A thread. */
export interface Thread {
  readonly channel: string;
  readonly thread: string;
}

/** A file that goes along with an answer. */
export interface AnswerFile {
  readonly filename: string;
  readonly title: string;
  readonly content: string;
}

/** Answers in a thread, for all there; where the app can't post there, or there is none, to the person alone. Answers whether all see it. */
export async function answerThere(
  { client, place }: Asked,
  there: Thread | null,
  messages: readonly Message[],
  bot: Bot,
): Promise<boolean> {
  let left = messages;
  try {
    for (; there && left[0]; left = left.slice(1))
      await client.chat.postMessage({ channel: there.channel, thread_ts: there.thread, ...manners, ...left[0] });
  } catch (error) {
    if (!unreachable.includes(errorCode(error))) throw error;
  }
  if (left.length > 0) await bot.reply(place, left, client);
  return left.length === 0;
}

const unreachable = [
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'thread_not_found',
  'cannot_reply_to_message',
];

/** Puts files into a thread, or into one in the direct messages of whoever asked. */
export async function filesThere(asked: Asked, there: Thread | null, files: readonly AnswerFile[]): Promise<void> {
  if (files.length === 0) return;
  const { channel, thread } = there ?? (await directThread(asked, files));
  for (const file of files)
    await asked.client.filesUploadV2({
      channel_id: channel,
      thread_ts: thread,
      ...file,
      filename: safe(file.filename),
    });
}

/** A name from outside is the name of no folder. */
const safe = (filename: string): string => cut(basename(filename).replace(/[^\p{L}\p{N}. _-]/gu, '_'), 120);

async function directThread({ user, client }: Asked, files: readonly AnswerFile[]): Promise<Thread> {
  const line = [words(files.map(({ title }) => title).join(', '))];
  const message = noticeMessage({ title: '', lines: [line] });
  const { channel = '', ts = '' } = await client.chat.postMessage({ channel: user, ...manners, ...message });
  return { channel, thread: ts };
}
