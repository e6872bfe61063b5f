import type { types } from '@slack/bolt';
import { unknown } from '../guide/value.js';
import type { Submission } from './asked.js';
import type { Bot } from './bot.js';
import type { Handler } from './handlers.js';
import { limits } from './limits.js';
import { cut } from './mrkdwn.js';
import { names, readMark, readPage } from './names.js';
import { expired, noticePage, notYours } from './notice.js';
import { showCard } from './plan-card.js';
import { frontCard } from './plan-face.js';
import { type PlanNow, withAnswers } from './plan-now.js';
import { fieldBlock, planPage } from './plan-page.js';
import { nextQuestion } from './walk.js';

/** Takes a page of the guide: shows the next one, errors beside the field, or the plan. */
export const submitPage: Handler<Submission> = async (submission, bot) => {
  const { user, view, client, ack, again, place } = submission;
  const show = (page: types.ModalView) => ack({ response_action: 'update', view: page });
  const { id, edition, rest } = readMark(view.metadata);
  const now = await bot.plans.find(id);
  if (!now) return show(noticePage(expired));
  if (now.kept.owner !== user) return show(noticePage(notYours));
  again.line = now.plan.path;
  const { turn, asking } = readPage(rest);
  // A page of earlier answers doesn't act: the next open question is shown.
  if (now.edition !== edition)
    return show(planPage(now, { turn: turn + 1, asking: nextQuestion(now.plan) }, bot.guide));
  if (asking !== null) return answer(now, { turn, asking }, submission, bot);
  await ack({ response_action: 'clear' });
  if (bot.first(`${view.id} shown`))
    await showCard(now, bot.stands.of(now.id) ?? { place, message: null }, frontCard, client, bot);
};

async function answer(
  now: PlanNow,
  { turn, asking }: { turn: number; asking: string },
  { field, ack, client }: Submission,
  bot: Bot,
): Promise<void> {
  const block = fieldBlock(turn);
  const wrong = (problem: string) =>
    ack({ response_action: 'errors', errors: { [block]: cut(problem, limits.inputError) } });
  const typed = field(block, names.answer).value;
  const ticked = field(`${block}.${names.unknown}`, names.unknown).ticked.length > 0;
  if (typed !== '' && ticked) return wrong('You gave an answer and ticked the box below as well. Keep one of them.');
  if (typed === '' && !ticked) return wrong('Give an answer, or tick the box below.');
  const given = bot.guide.answer(now.answers, asking, ticked ? unknown : typed);
  if ('problem' in given) return wrong(given.problem);
  const changed = await bot.plans.change(now.id, (before) =>
    before.edition === now.edition ? withAnswers(before.kept, given.answers, bot.plans.moment()) : before.kept,
  );
  if (!changed) return ack({ response_action: 'update', view: noticePage(expired) });
  const page = { turn: turn + 1, asking: nextQuestion(changed.plan) };
  await ack({ response_action: 'update', view: planPage(changed, page, bot.guide) });
  bot.changed(changed, client);
}
