import type { Press } from './asked.js';
import type { Bot } from './bot.js';
import type { Handler } from './handlers.js';
import { type Page, readMark, readPage } from './names.js';
import { expired, noticePage, notYours } from './notice.js';
import { inOwnCard, showCard, tell } from './plan-card.js';
import { frontCard, tabNamed } from './plan-face.js';
import { type PlanNow, withAnswers } from './plan-now.js';
import { planPage } from './plan-page.js';
import { showPage } from './show-page.js';
import { nextQuestion, wordBefore } from './walk.js';

/** Shows the page of the guide before. */
export const pressBack: Handler<Press> = (press, bot) =>
  turn(press, bot, ({ answers }, { asking }) => wordBefore(answers, asking));

/** Shows the page of an answer that was given. */
export const pressChange: Handler<Press> = (press, bot) =>
  turn(press, bot, ({ answers }) => (answers.has(press.value) ? press.value : null));

async function turn(
  { view, client, user, again }: Press,
  bot: Bot,
  wordOf: (now: PlanNow, page: Page) => string | null,
): Promise<void> {
  if (!view) return;
  const { id, edition, rest } = readMark(view.metadata);
  const now = await bot.plans.find(id);
  if (!now) return showPage(client, view.id, noticePage(expired));
  if (now.kept.owner !== user) return showPage(client, view.id, noticePage(notYours));
  again.line = now.plan.path;
  const page = readPage(rest);
  // A page of earlier answers doesn't act: the next open question is shown.
  const asking = now.edition === edition ? wordOf(now, page) : nextQuestion(now.plan);
  await showPage(client, view.id, planPage(now, { turn: page.turn + 1, asking }, bot.guide), view.hash);
}

/** Shows another tab of a plan's card, or another page of it. */
export const pressTab: Handler<Press> = (press, bot) =>
  inOwnCard(press, bot, (now, stand, { rest }) =>
    showCard(now, stand, { tab: tabNamed(press.part.split('.')[0] ?? ''), page: Number(rest) || 0 }, press.client, bot),
  );

/** Opens the guide over the answers of a plan. */
export const pressEdit: Handler<Press> = (press, bot) => inOwnCard(press, bot, (now) => openGuide(now, press, bot));

/** Opens the guide at the next open question, or at the last look. */
export async function openGuide(now: PlanNow, { client, trigger }: Press, bot: Bot): Promise<void> {
  const page = { turn: 0, asking: nextQuestion(now.plan) };
  await client.views.open({ trigger_id: trigger ?? '', view: planPage(now, page, bot.guide) });
}

/** Takes a way out of what blocks a plan, and shows the plan with it. */
export const pressWayOut: Handler<Press> = (press, bot) =>
  inOwnCard(press, bot, async ({ id, edition }, stand, { rest }) => {
    const [blocker, which] = rest.split('.').map(Number);
    const changed = await bot.plans.change(id, (now) => {
      const fix = now.plan.blockers[blocker ?? -1]?.fixes[which ?? -1];
      if (now.edition !== edition || !fix) return now.kept;
      const answers = Object.entries(fix).reduce((all, [word, value]) => {
        const next = bot.guide.answer(all, word, value);
        return 'answers' in next ? next.answers : all;
      }, now.answers);
      return withAnswers(now.kept, answers, bot.plans.moment());
    });
    if (!changed) return tell(press, expired, bot);
    bot.changed(changed, press.client);
    await showCard(changed, stand, frontCard, press.client, bot);
  });
