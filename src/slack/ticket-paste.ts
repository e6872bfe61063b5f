import { orderMarkdown } from '../tickets/order-markdown.js';
import { filesThere } from './answer-there.js';
import type { Asked } from './asked.js';
import * as block from './blocks.js';
import type { Bot } from './bot.js';
import { bold, code, fenced, words } from './mrkdwn.js';
import { noticeMessage } from './notice.js';
import type { PlanNow } from './plan-now.js';
import { orderNow } from './ticket-order.js';

/** So long a text still stands in a message. */
const longestShown = 2_900;

/** Hands out a plan as Markdown to paste, where no system is set up: as a block of code, or as a file. */
export async function offerPaste(asked: Asked, now: PlanNow, bot: Bot): Promise<void> {
  const { user, client, place } = asked;
  const order = await orderNow(now, 'ticket', user, client, bot);
  const content = orderMarkdown(order);
  const shown = fenced(content);
  const fits = shown !== null && shown.length <= longestShown;
  const message = noticeMessage({
    title: 'To paste',
    lines: [
      [
        words('No ticket system is set up ('),
        code('tickets:'),
        words(' in tsdeploy.yml). Paste '),
        bold(order.whole.title),
        words(fits ? ' into your ticket:' : ' into your ticket: you find the file in your direct messages with me.'),
      ],
    ],
  });
  const blocks = shown !== null && fits ? [...message.blocks, block.section(shown)] : message.blocks;
  await bot.reply(place, [{ ...message, blocks }], client);
  if (!fits) await filesThere(asked, null, [{ filename: 'ticket.md', title: 'Markdown for your ticket', content }]);
}
