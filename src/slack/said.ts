import type { Happening } from './asked.js';
import { subCommand } from './command-text.js';
import { textOf } from './fields.js';
import { type Handler, type Sent, subCommands } from './handlers.js';
import { helpNotice, subCommandNamed } from './help.js';
import { type Notice, noticeMessage } from './notice.js';

/** Answers what was said to the bot: with a mention in a channel, or in a direct message. */
export const answerSaid: Handler<Happening> = async (happening, bot) => {
  const { fields, place, client } = happening;
  if (textOf(fields.type) === 'message' && fields.channel_type !== 'im') return;
  const { name, rest } = subCommand(textOf(fields.text).replace(/^\s*<@[A-Z0-9]+>\s*/, ''));
  const known = subCommandNamed(name);
  const ack = async (notice?: Notice) => {
    if (notice) await bot.reply(place, [noticeMessage(notice)], client);
  };
  const sent: Sent = { ...happening, command: '/tsdeploy', rest, ack };
  await (known ? subCommands[known](sent, bot) : ack(helpNotice('/tsdeploy', name)));
};
