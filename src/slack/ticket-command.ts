import type { types } from '@slack/bolt';
import { Unusable } from '../text/problem.js';
import type { Asked, Press, Shortcut } from './asked.js';
import * as block from './blocks.js';
import type { Bot } from './bot.js';
import type { Handler, Sent } from './handlers.js';
import { words } from './mrkdwn.js';
import { names } from './names.js';
import { expired, type Notice, noticeMessage, notYours } from './notice.js';
import { inOwnCard } from './plan-card.js';
import type { PlanNow } from './plan-now.js';
import { shareAt } from './plan-shares.js';
import { ticketPage } from './ticket-page.js';
import { offerPaste } from './ticket-paste.js';
import { makePreview, sendWhole } from './ticket-preview.js';
import { mayNotPost, noPlan, noPlanThere, wrongNumber } from './ticket-words.js';

/** Posts the newest of one's plans to the ticket behind the command after a preview; asks for what isn't clear. */
export const ticketCommand: Handler<Sent> = async (sent, bot) => {
  const { user, client, ack, rest, trigger, place } = sent;
  await ack();
  if (!(await bot.mayPost(user, client))) return say(sent, mayNotPost, bot);
  const rows = bot.plans.list({ owner: user });
  const [newest] = rows;
  const now = newest && (await bot.plans.find(newest.id));
  if (!now) return say(sent, noPlan, bot);
  if (!bot.tickets.some) return offerPaste(sent, now, bot);
  const number = rest.trim().slice(0, mostTyped);
  if (number !== '') {
    const wrong = wrongIn(number, bot);
    if (wrong) return say(sent, wrongNumber(wrong), bot);
  }
  if (trigger === null) return bot.reply(place, [offer(now, number)], client);
  if (number === '' || rows.length > 1) return open(sent, ticketPage({ plan: { rows }, number }));
  const made = await makePreview(now, number, sent, bot, null);
  await open(sent, made.page);
  await sendWhole(sent, made);
};

/** Asks for the ticket that a plan is posted to. */
export const pressTicket: Handler<Press> = async (press, bot) => {
  if (!(await bot.mayPost(press.user, press.client))) return say(press, mayNotPost, bot);
  await inOwnCard(press, bot, (now) => ask(press, now, '', bot));
};

/** Asks for the ticket once more, with the number that was given before. */
export const pressTicketAgain: Handler<Press> = async (press, bot) => {
  if (!(await bot.mayPost(press.user, press.client))) return say(press, mayNotPost, bot);
  const [, id = '', number = ''] = /^([0-9a-f]{32}) ?(.{0,80})$/.exec(press.value) ?? [];
  const now = await bot.plans.find(id);
  if (!now) return say(press, expired, bot);
  if (!mayTake(now, press.user)) return say(press, notYours, bot);
  await ask(press, now, number, bot);
};

/** Asks for the ticket that the plan of a message is posted to. */
export const ticketMessage: Handler<Shortcut> = async (shortcut, bot) => {
  const { user, client, message } = shortcut;
  if (!(await bot.mayPost(user, client))) return say(shortcut, mayNotPost, bot);
  const [, id = ''] = /"([0-9a-f]{32})\.[\w-]{16}\./.exec(JSON.stringify(message?.fields.blocks ?? [])) ?? [];
  const now = await bot.plans.find(id);
  if (!now || !(now.kept.owner === user || shareAt(now.kept, message))) return say(shortcut, noPlanThere, bot);
  await ask(shortcut, now, '', bot);
};

/** Whether somebody may post a plan: their own, or one that is shared. */
export const mayTake = ({ kept }: PlanNow, user: string): boolean => kept.owner === user || kept.shares.length > 0;

/** Answers why a number can't be used; null where it can. */
export function wrongIn(number: string, bot: Bot): readonly string[] | null {
  try {
    bot.tickets.choose(number);
    return null;
  } catch (error) {
    if (error instanceof Unusable) return error.lines;
    throw error;
  }
}

const mostTyped = 80;

async function ask(asked: Asked, now: PlanNow, number: string, bot: Bot): Promise<void> {
  if (!bot.tickets.some) return offerPaste(asked, now, bot);
  await open(asked, ticketPage({ plan: { now, title: bot.guide.title(now.answers) }, number }));
}

const open = async ({ client, trigger }: Asked, view: types.ModalView): Promise<void> => {
  await client.views.open({ trigger_id: trigger ?? '', view });
};

const say = ({ place, client }: Asked, notice: Notice, bot: Bot) => bot.reply(place, [noticeMessage(notice)], client);

/** A message that opens the page: where a ticket was named in a way that can't open one. */
function offer({ id }: PlanNow, number: string) {
  const line = [words('Press the button to see what would be posted of your newest plan.')];
  const message = noticeMessage({ title: '', lines: [line] });
  const go = block.button(names.ticketAgain, 'Post to a ticket…', `${id} ${number}`, 'primary');
  return { ...message, blocks: [...message.blocks, block.actions('ticket', go)] };
}
