import type { types } from '@slack/bolt';
import { unknown } from '../guide/value.js';
import type { Submission } from './asked.js';
import type { Bot } from './bot.js';
import type { Draft } from './drafts.js';
import type { Handler } from './handlers.js';
import { limits } from './limits.js';
import { cut } from './mrkdwn.js';
import { names, readMetadata } from './names.js';
import { expired, noticePage, notYours } from './notice.js';
import { planMessages } from './plan-message.js';
import { fieldBlock, planPage } from './plan-page.js';
import { answered } from './walk.js';

/** Takes a page of the guide: shows the next one, errors beside the field, or the plan. */
export const submitPage: Handler<Submission> = async (submission, bot) => {
  const { user, view, client, ack, again } = submission;
  const show = (page: types.ModalView) => ack({ response_action: 'update', view: page });
  const { id, revision } = readMetadata(view.metadata);
  const draft = bot.drafts.find(id);
  if (!draft) return show(noticePage(expired));
  if (draft.owner !== user) return show(noticePage(notYours));
  again.line = bot.guide.path(draft.answers);
  if (draft.done) return ack({ response_action: 'clear' });
  if (draft.revision !== revision) return show(planPage(draft, bot.guide));
  if (draft.asking !== null) return next(draft, submission, bot);
  const messages = planMessages(bot.guide.plan(draft.answers), bot.guide);
  bot.drafts.keep({ ...draft, done: true });
  await ack({ response_action: 'clear' });
  await bot.reply(draft.place, messages, client);
};

async function next(draft: Draft, { field, ack }: Submission, bot: Bot): Promise<void> {
  const block = fieldBlock(draft.revision);
  const wrong = (problem: string) =>
    ack({ response_action: 'errors', errors: { [block]: cut(problem, limits.inputError) } });
  const typed = field(block, names.answer).value;
  const ticked = field(`${block}.${names.unknown}`, names.unknown).ticked.length > 0;
  if (typed !== '' && ticked) return wrong('You gave an answer and ticked the box below as well. Keep one of them.');
  if (typed === '' && !ticked) return wrong('Give an answer, or tick the box below.');
  const further = answered(draft, bot.guide, ticked ? unknown : typed);
  if ('problem' in further) return wrong(further.problem);
  await ack({ response_action: 'update', view: planPage(bot.drafts.keep(further), bot.guide) });
}
