import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Submission, SubmissionResponse } from './asked.js';
import { attend } from './attend.js';
import type { Bot } from './bot.js';
import { fieldsOf } from './fields.js';
import { rowOf, submissions } from './handlers.js';
import { noticeMessage, noticePage } from './notice.js';
import { fieldIn, nameOf } from './read-payload.js';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Answers a modal that is sent off, by its callback id. */
export async function onSubmit({ ack: acknowledge, body, view, client }: Arguments, bot: Bot): Promise<void> {
  let acked = false;
  const ack = async (response?: SubmissionResponse) => {
    if (acked) return;
    acked = true;
    await (response ? acknowledge(response) : acknowledge());
  };
  const handler = rowOf(submissions, view.callback_id);
  if (!handler) return ack();
  const user = body.user.id;
  const submission: Submission = {
    user,
    name: nameOf(body.user),
    client,
    place: bot.placeOf(user, undefined),
    trigger: body.trigger_id,
    again: { line: '' },
    view: { id: view.id, hash: view.hash, type: view.type, metadata: view.private_metadata },
    field: (block, action) => fieldIn(fieldsOf(fieldsOf(view.state.values)[block])[action]),
    ack,
  };
  await attend(
    bot,
    submission,
    `sending ${view.callback_id}`,
    () => handler(submission, bot),
    (notice) =>
      acked
        ? bot.reply(submission.place, [noticeMessage(notice)], client)
        : ack({ response_action: 'update', view: noticePage(notice) }),
  );
  await ack();
}
