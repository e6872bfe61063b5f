import type { types } from '@slack/bolt';
import type { Order } from '../tickets/order.js';
import type { BodyFormat } from '../tickets/system.js';
import { type WouldSend, wouldSend } from '../tickets/would-send.js';
import { type AnswerFile, filesThere } from './answer-there.js';
import type { Asked } from './asked.js';
import type { Bot } from './bot.js';
import type { PlanNow } from './plan-now.js';
import type { Counter } from './ticket-counters.js';
import { orderNow } from './ticket-order.js';
import { previewed, previewPage, sentText } from './ticket-page.js';

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

/** Hands somebody the whole of what a preview shows the beginning of, and exactly what is sent where a person can't read it. */
export async function sendWhole(asked: Asked, { counter, order, would }: Preview): Promise<void> {
  const { ticket } = order;
  const content = sentText(would);
  const title = `What would be sent to ${ticket}`;
  const whole: AnswerFile[] =
    content.length <= previewed
      ? []
      : [{ filename: `${ticket}.${readAs[counter.system.format] ?? 'txt'}`, title, content }];
  const exact = would.parts.flatMap(({ body, text }, at): AnswerFile[] =>
    body === text
      ? []
      : [{ filename: `${ticket}-${at + 1}.${counter.system.format}`, title: `${title}, exactly`, content: body }],
  );
  await filesThere(asked, null, [...whole, ...exact]);
}

/** The endings of files whose format a person reads as it is; all others are plain text. */
const readAs: Partial<Record<BodyFormat, string>> = { markdown: 'md' };
