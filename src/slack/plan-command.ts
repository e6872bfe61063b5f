import type { Handler, Sent } from './handlers.js';
import { problemsNotice } from './help.js';
import { planMessages } from './plan-message.js';
import { planPage } from './plan-page.js';
import { nextQuestion } from './walk.js';

/** Opens the guide with the answers given, or shows the plan where nothing is left to ask. */
export const planCommand: Handler<Sent> = async ({ ack, command, client, rest, place, user, trigger, again }, bot) => {
  again.line = rest;
  const { answers, problems } = bot.guide.read(rest);
  if (problems.length > 0) return ack(problemsNotice(command, problems));
  const plan = bot.guide.plan(answers);
  const asking = nextQuestion(plan);
  await ack();
  if (asking === null) return bot.reply(place, planMessages(plan, bot.guide), client);
  const draft = bot.drafts.start(user, place, answers, asking);
  await client.views.open({ trigger_id: trigger ?? '', view: planPage(draft, bot.guide) });
};
