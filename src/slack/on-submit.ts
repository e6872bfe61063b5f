import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, types, ViewSubmitAction } from '@slack/bolt';
import { unknown } from '../guide/value.js';
import type { Bot } from './bot.js';
import type { Draft } from './drafts.js';
import { limits } from './limits.js';
import { cut } from './mrkdwn.js';
import { names, readMetadata } from './names.js';
import { expired, failed, noticeMessage, noticePage, notYours } from './notice.js';
import { planMessages } from './plan-message.js';
import { fieldBlock, planPage } from './plan-page.js';
import { answered } from './walk.js';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Answers a page that is sent off: the next page, errors beside its field, or the plan. */
export async function onSubmit({ ack, body, view, client }: Arguments, bot: Bot): Promise<void> {
  const show = (page: types.ModalView) => ack({ response_action: 'update', view: page });
  const { id, revision } = readMetadata(view.private_metadata);
  const draft = bot.drafts.find(id);
  try {
    if (!draft) return await show(noticePage(expired));
    if (draft.owner !== body.user.id) return await show(noticePage(notYours));
    if (draft.done) return await ack({ response_action: 'clear' });
    if (draft.revision !== revision) return await show(planPage(draft, bot.guide));
    if (draft.asking !== null) return await next(draft, view, show, ack, bot);
  } catch (error) {
    const reference = bot.noteFailure(error, 'answering a question');
    return show(noticePage(failed(reference, draft ? bot.guide.path(draft.answers) : '')));
  }
  const plan = bot.guide.plan(draft.answers);
  try {
    bot.drafts.keep({ ...draft, done: true });
    await ack({ response_action: 'clear' });
    await bot.reply(draft.place, planMessages(plan, bot.guide), client);
  } catch (error) {
    const reference = bot.noteFailure(error, 'sending a plan');
    await bot.reply(draft.place, [noticeMessage(failed(reference, plan.path))], client);
  }
}

async function next(
  draft: Draft,
  view: Arguments['view'],
  show: (page: types.ModalView) => Promise<void>,
  ack: Arguments['ack'],
  bot: Bot,
): Promise<void> {
  const block = fieldBlock(draft.revision);
  const wrong = (problem: string) =>
    ack({ response_action: 'errors', errors: { [block]: cut(problem, limits.inputError) } });
  const field = view.state.values[block]?.[names.answer];
  const typed = field?.selected_option?.value ?? field?.value?.trim() ?? '';
  const ticked = (view.state.values[`${block}.${names.unknown}`]?.[names.unknown]?.selected_options ?? []).length > 0;
  if (typed !== '' && ticked) return wrong('You gave an answer and ticked the box below as well. Keep one of them.');
  if (typed === '' && !ticked) return wrong('Give an answer, or tick the box below.');
  const further = answered(draft, bot.guide, ticked ? unknown : typed);
  if ('problem' in further) return wrong(further.problem);
  await show(planPage(bot.drafts.keep(further), bot.guide));
}
