import type { Press } from './asked.js';
import type { Bot } from './bot.js';
import type { Handler, Sent } from './handlers.js';
import { readMark } from './names.js';
import { expired, notYours } from './notice.js';
import { notTwice } from './once.js';
import { changedSince, showCard, tell } from './plan-card.js';
import { frontCard } from './plan-face.js';
import { listMessage } from './plan-list.js';
import type { PlanNow } from './plan-now.js';
import { openGuide } from './plan-press.js';
import { shareAt } from './plan-shares.js';

/** Shows somebody their plans. */
export const plansCommand: Handler<Sent> = async ({ ack, user, place, client }, bot) => {
  await ack();
  await bot.reply(place, [await listMessage(user, bot)], client);
};

/** Answers the plan of a button in a list, where it is the presser's own; else tells why not. */
async function own(press: Press, bot: Bot): Promise<PlanNow | null> {
  const now = await bot.plans.find(readMark(press.value).id);
  if (now?.kept.owner === press.user) return now;
  await tell(press, now ? notYours : expired, bot);
  return null;
}

/** Goes on with a plan: the guide where a question is open or nothing else could be shown, else its card. */
export const pressOpen: Handler<Press> = async (press, bot) => {
  const now = await own(press, bot);
  if (!now) return;
  press.again.line = now.plan.path;
  bot.stands.set(now.id, { place: press.place, message: null });
  if (now.plan.verdict === 'open' || press.view) return openGuide(now, press, bot);
  const note = now.edition === readMark(press.value).edition ? undefined : changedSince;
  await showCard(
    now,
    { place: press.place, message: null },
    { ...frontCard, ...(note ? { note } : {}) },
    press.client,
    bot,
  );
};

/** Keeps a new plan of one's own with the answers of another that one sees. */
export const pressCopy: Handler<Press> = async (press, bot) => {
  const from = await bot.plans.find(readMark(press.value).id);
  if (!from) return tell(press, expired, bot);
  if (from.kept.owner !== press.user && !shareAt(from.kept, press.message)) return tell(press, notYours, bot);
  await notTwice(bot.first, `${press.user} copies ${press.value}`, async () => {
    const now = await bot.plans.start(press, from.answers);
    press.again.line = now.plan.path;
    bot.changed(now, press.client);
    const stand = { place: press.place, message: null };
    if (!press.view) await showCard(now, stand, { ...frontCard, note: copied }, press.client, bot);
  });
};

const copied = 'A copy of your own: change what you like.';

/** Deletes a plan of one's own, and shows the others. */
export const pressRemove: Handler<Press> = async (press, bot) => {
  const now = await own(press, bot);
  if (!now) return;
  await bot.plans.remove(now.id);
  await bot.judgedConfigs.forget(now.id);
  bot.changed(now, press.client);
  if (press.view) return;
  await bot.reply(press.place, [await listMessage(press.user, bot)], press.client, press.message?.ephemeral === true);
};
