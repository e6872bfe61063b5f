import type { types } from '@slack/bolt';
import { unknown } from '../guide/value.js';
import type { Submission } from './asked.js';
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
  const { user, view, client, ack, again, place, field } = submission;
  const show = (page: types.ModalView) => ack({ response_action: 'update', view: page });
  const { id, edition, rest } = readMark(view.metadata);
  const { turn, asking } = readPage(rest);
  const answer = asking === null ? null : answerIn(field, turn);
  let wrong: string | null = null;
  let seen: PlanNow | null = null;
  // Read and kept in one go: nothing else happens to the plan in between.
  const now = await bot.plans.change(id, (before) => {
    seen = before;
    again.line = before.plan.path;
    if (before.kept.owner !== user || before.edition !== edition || asking === null || answer === null)
      return before.kept;
    const given = 'problem' in answer ? answer : bot.guide.answer(before.answers, asking, answer.text);
    if ('answers' in given) return withAnswers(before.kept, given.answers, bot.plans.moment());
    wrong = given.problem;
    return before.kept;
  });
  const next = (one: PlanNow) => show(planPage(one, { turn: turn + 1, asking: nextQuestion(one.plan) }, bot.guide));
  if (!now) return show(noticePage(expired));
  if (now.kept.owner !== user) return show(noticePage(notYours));
  if (wrong !== null)
    return ack({ response_action: 'errors', errors: { [fieldBlock(turn)]: cut(wrong, limits.inputError) } });
  // A page of earlier answers didn't act, and the next open question is shown all the same.
  if (asking !== null || editionOf(seen) !== edition) {
    await next(now);
    return editionOf(seen) === now.edition ? undefined : bot.changed(now, client);
  }
  await ack({ response_action: 'clear' });
  if (bot.first(`${view.id} shown`))
    await showCard(now, bot.stands.of(now.id) ?? { place, message: null }, frontCard, client, bot);
};

const editionOf = (now: PlanNow | null) => now?.edition;

/** Answers what was given on a page, or why that is no answer. */
function answerIn(field: Submission['field'], turn: number): { text: string } | { problem: string } {
  const block = fieldBlock(turn);
  const typed = field(block, names.answer).value;
  const ticked = field(`${block}.${names.unknown}`, names.unknown).ticked.length > 0;
  if (typed !== '' && ticked)
    return { problem: 'You gave an answer and ticked the box below as well. Keep one of them.' };
  if (typed === '' && !ticked) return { problem: 'Give an answer, or tick the box below.' };
  return { text: ticked ? unknown : typed };
}
