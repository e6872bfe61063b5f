import type { Handler, Sent } from './handlers.js';
import { problemsNotice } from './help.js';
import { showCard } from './plan-card.js';
import { frontCard } from './plan-face.js';
import { planPage } from './plan-page.js';
import { startOffer } from './plan-start.js';
import { nextQuestion } from './walk.js';

/** Keeps a plan with the answers given; opens the guide, or shows the plan where nothing is left to ask. */
export const planCommand: Handler<Sent> = async (sent, bot) => {
  const { ack, command, rest, place, trigger, again, client } = sent;
  again.line = rest;
  const { answers, problems } = bot.guide.read(rest);
  if (problems.length > 0) return ack(problemsNotice(command, problems));
  await ack();
  const now = await bot.plans.start(sent, answers);
  const stand = { place, message: null };
  bot.stands.set(now.id, stand);
  bot.changed(now, client);
  const asking = nextQuestion(now.plan);
  if (asking === null) return showCard(now, stand, frontCard, client, bot);
  if (trigger === null) return bot.reply(place, [startOffer(now, bot.guide)], client);
  await client.views.open({ trigger_id: trigger, view: planPage(now, { turn: 0, asking }, bot.guide) });
};
