import type { types } from '@slack/bolt';
import type { Order } from '../tickets/order.js';
import { type WouldSend, wouldSend } from '../tickets/would-send.js';
import { filesThere } from './answer-there.js';
import type { Asked } from './asked.js';
import type { Bot } from './bot.js';
import type { PlanNow } from './plan-now.js';
import { orderNow } from './ticket-order.js';
import { previewed, previewPage, sentText } from './ticket-page.js';
import type { Counter } from './ticketing.js';

/** What would be posted, and the page that shows it. */
export interface Preview {
  readonly counter: Counter;
  readonly order: Order;
  readonly would: WouldSend;
  readonly page: types.ModalView;
}

/** Answers what would be posted of a plan, with a note above it where there is one. Throws Unusable where the number isn't one system's. */
export async function makePreview(
  now: PlanNow,
  typed: string,
  { user, client }: Asked,
  bot: Bot,
  note: string | null,
): Promise<Preview> {
  const { number, ...counter } = bot.tickets.choose(typed);
  const order = await orderNow(now, number, user, client, bot);
  const would = await wouldSend(counter.desk, counter.system, order);
  return { counter, order, would, page: previewPage(order, would, counter.system, note) };
}

/** Hands somebody the whole of what a preview shows the beginning of. */
export async function sendWhole(asked: Asked, { order, would }: Preview): Promise<void> {
  const content = sentText(would);
  if (content.length <= previewed) return;
  const title = `What would be sent to ${order.ticket}`;
  await filesThere(asked, null, [{ filename: `${order.ticket}.md`, title, content }]);
}
