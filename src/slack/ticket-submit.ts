import type { Submission } from './asked.js';
import type { Bot } from './bot.js';
import type { Handler } from './handlers.js';
import { limits } from './limits.js';
import { cut } from './mrkdwn.js';
import { names } from './names.js';
import { expired, type Notice, noticePage, notYours } from './notice.js';
import type { PlanNow } from './plan-now.js';
import { mayTake, wrongIn } from './ticket-command.js';
import { readPreviewMark } from './ticket-page.js';
import { makePreview, sendWhole } from './ticket-preview.js';
import { mayNotPost, wrongNumber } from './ticket-words.js';

/** Takes the plan and the ticket's number, and shows what would be sent. */
export const submitTicket: Handler<Submission> = async (submission, bot) => {
  const { view, field, ack } = submission;
  const chosen = view.metadata || field(names.ticketPlan, names.ticketPlan).value;
  const now = await permitted(chosen, submission, bot);
  if (!now) return;
  const number = field(names.ticketNumber, names.ticketNumber).value;
  const wrong = wrongIn(number, bot);
  if (wrong) {
    const told = cut(wrong.join(' '), limits.inputError);
    return ack({ response_action: 'errors', errors: { [names.ticketNumber]: told } });
  }
  const made = await makePreview(now, number, submission, bot, null);
  await ack({ response_action: 'update', view: made.page });
  if (bot.first(`${view.id} previewed`)) await sendWhole(submission, made);
};

/** Posts what the preview showed, once; where the plan has changed since, shows what would be sent now. */
export const submitPreview: Handler<Submission> = async (submission, bot) => {
  const { user, view, ack } = submission;
  const { plan, seal, number } = readPreviewMark(view.metadata);
  const now = await permitted(plan, submission, bot);
  if (!now) return;
  const wrong = wrongIn(number, bot);
  if (wrong) return ack({ response_action: 'update', view: noticePage(wrongNumber(wrong)) });
  const made = await makePreview(now, number, submission, bot, changedMeanwhile);
  if (made.would.seal !== seal) return ack({ response_action: 'update', view: made.page });
  await ack({ response_action: 'clear' });
  if (bot.first(`${view.id} posted`)) await bot.tickets.post(made.counter, made.order, user);
};

const changedMeanwhile = 'The plan or its ticket has changed since this page was opened. Nothing was posted yet.';

/** Answers the plan where this person may post it; else shows why not. */
async function permitted(id: string, submission: Submission, bot: Bot): Promise<PlanNow | null> {
  const { user, client, ack } = submission;
  const refuse = async (notice: Notice) => {
    await ack({ response_action: 'update', view: noticePage(notice) });
    return null;
  };
  if (!(await bot.mayPost(user, client))) return refuse(mayNotPost);
  const now = await bot.plans.find(id);
  if (!now) return refuse(expired);
  return mayTake(now, user) ? now : refuse(notYours);
}
