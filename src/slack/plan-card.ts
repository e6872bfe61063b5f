import type { webApi } from '@slack/bolt';
import type { Press } from './asked.js';
import type { Bot } from './bot.js';
import { type Mark, readMark } from './names.js';
import { expired, type Notice, noticeMessage, notYours } from './notice.js';
import { type Card, frontCard, planCard } from './plan-face.js';
import type { PlanNow } from './plan-now.js';
import type { Stand } from './plan-stands.js';
import { errorCode } from './trouble.js';

/** Shows a plan to its owner in the message where it stands, or in a new one where it stands nowhere any more. */
export async function showCard(
  now: PlanNow,
  { place, message }: Stand,
  card: Card,
  client: webApi.WebClient,
  bot: Bot,
): Promise<void> {
  const shown = planCard(now, card, bot.guide);
  if (message && !message.ephemeral) {
    const { channel, ts } = message;
    try {
      await client.chat.update({ channel, ts, parse: 'none', link_names: false, ...shown });
      return;
    } catch (error) {
      if (!gone.includes(errorCode(error))) throw error;
    }
  }
  await bot.reply(place, [shown], client, message?.ephemeral === true);
}

const gone = ['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found', 'is_inactive'];

/** Tells the person who pressed something, beside the message that they pressed it in. */
export const tell = ({ place, client }: Press, notice: Notice, bot: Bot): Promise<void> =>
  bot.reply(place, [noticeMessage(notice)], client);

/** What a button of a plan that has changed since says above the plan as it is now. */
export const changedSince = 'This plan has changed since that button was shown. Here it is as it is now.';

/** Does what the owner of a plan pressed in its card. Where the plan is gone, another's or has changed since, says so. */
export async function inOwnCard(
  press: Press,
  bot: Bot,
  act: (now: PlanNow, stand: Stand, mark: Mark) => Promise<void>,
): Promise<void> {
  const mark = readMark(press.value);
  const now = await bot.plans.find(mark.id);
  if (!now) return tell(press, expired, bot);
  if (now.kept.owner !== press.user) return tell(press, notYours, bot);
  press.again.line = now.plan.path;
  const stand = { place: press.place, message: press.message };
  if (press.message) bot.stands.set(now.id, stand);
  if (now.edition !== mark.edition)
    return showCard(now, stand, { ...frontCard, note: changedSince }, press.client, bot);
  await act(now, stand, mark);
}
