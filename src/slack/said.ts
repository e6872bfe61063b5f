import { askIn } from './answer-ask.js';
import type { Happening } from './asked.js';
import type { Bot } from './bot.js';
import { textOf } from './fields.js';
import { type Handler, type Sent, subCommands } from './handlers.js';
import { helpNotice } from './help.js';
import { typedText } from './message-text.js';
import { type Notice, noticeMessage } from './notice.js';
import { filesOf, nothingPosted, postedIn } from './posted.js';
import { isDirect } from './read-payload.js';
import { type Wanted, wantedByTalk } from './talk.js';
import { tellFindings } from './validation.js';

/** Answers what was said to the bot: with a mention in a channel, or in a direct message. */
export const answerSaid: Handler<Happening> = async (happening, bot) => {
  const { fields } = happening;
  if (textOf(fields.type) === 'message' && !isDirect(fields)) return;
  const [channel, ts] = [textOf(fields.channel), textOf(fields.ts)];
  // A mention in a direct message may come as two events.
  if (!bot.first(`${channel} ${ts} said`)) return;
  const files = filesOf(fields);
  const wanted = await wantedByTalk(typedText(fields), files.length > 0, await bot.guide.validator());
  const there = { channel, thread: textOf(fields.thread_ts) || ts };
  if (wanted.want === 'ask' && wanted.rest !== '') return askIn(happening, wanted.rest, there, bot);
  if (wanted.want !== 'validate') return asCommand(wanted, happening, bot);
  if (wanted.rest === '' && files.length === 0) return bot.reply(happening.place, [nothingPosted], happening.client);
  await tellFindings(happening, there, await postedIn(wanted.rest, files, happening, bot), bot);
};

/** Does what a slash command of the same name does. */
async function asCommand(wanted: Wanted, happening: Happening, bot: Bot): Promise<void> {
  const { place, client } = happening;
  const ack = async (notice?: Notice) => {
    if (notice) await bot.reply(place, [noticeMessage(notice)], client);
  };
  if (wanted.want === 'nothing') return ack(helpNotice('/tsdeploy', wanted.said));
  const sent: Sent = { ...happening, command: '/tsdeploy', rest: wanted.rest, ack };
  await subCommands[wanted.want](sent, bot);
}
