import { textSeal } from '../plans/seal.js';
import { ticked, tickedItems } from '../plans/ticks.js';
import type { Press } from './asked.js';
import type { Handler } from './handlers.js';
import { readMark } from './names.js';
import { expired, notYours } from './notice.js';
import { changedSince, showCard, tell } from './plan-card.js';
import { cardPages, frontCard } from './plan-face.js';
import { withName } from './plan-now.js';
import { tickAction } from './plan-parts.js';
import { shareAt } from './plan-shares.js';

/** Takes down that an item of the checklist is done, or isn't any more, and shows who said so. */
export const pressTick: Handler<Press> = async (press, bot) => {
  const { user, name, client, message } = press;
  const mark = readMark(press.part);
  const now = await bot.plans.find(mark.id);
  if (!now) return tell(press, expired, bot);
  const share = shareAt(now.kept, message);
  if (!share && now.kept.owner !== user) return tell(press, notYours, bot);
  press.again.line = now.plan.path;
  const seal = mark.rest;
  const done = press.ticked.length > 0;
  const changed = await bot.plans.change(now.id, ({ plan, kept }) => {
    const item = tickedItems(plan, kept.ticks).find(({ key }) => textSeal(key) === seal);
    if (!item) return kept;
    const next = ticked(kept, plan, done ? [item.key] : [], [item.key], user, bot.plans.moment());
    return next === kept ? kept : withName(next, user, name);
  });
  if (!changed) return tell(press, expired, bot);
  bot.changed(changed, client);
  bot.tickets.ticked(changed.id);
  if (share) return;
  const item = tickedItems(changed.plan, changed.kept.ticks).find(({ key }) => textSeal(key) === seal);
  const stand = { place: press.place, message };
  if (!item) return showCard(changed, stand, { ...frontCard, note: changedSince }, client, bot);
  const page = cardPages(changed, 'checklist', bot.guide).findIndex(({ blocks }) =>
    JSON.stringify(blocks).includes(tickAction(changed, item.key)),
  );
  await showCard(changed, stand, { tab: 'checklist', page: Math.max(page, 0) }, client, bot);
};
