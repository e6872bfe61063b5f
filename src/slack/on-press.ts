import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs, types } from '@slack/bolt';
import type { Bot } from './bot.js';
import type { Draft } from './drafts.js';
import { names, readMetadata } from './names.js';
import { expired, failed, noticeMessage, noticePage, notYours } from './notice.js';
import { planPage } from './plan-page.js';
import { errorCode } from './trouble.js';
import { back, changing } from './walk.js';

type Arguments = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** Answers what a button or list of a plan's page does to the draft; null for what isn't one of them. */
function pressed(draft: Draft, action: BlockAction['actions'][number]): Draft | null {
  if (action.action_id === names.back) return back(draft);
  if (action.action_id === names.change && action.type === 'static_select')
    return changing(draft, action.selected_option?.value ?? '');
  return null;
}

/** Answers a press in a modal: shows the page that the button or list asks for. */
export async function onPress({ ack, body, client, payload }: Arguments, bot: Bot): Promise<void> {
  await ack();
  const { view } = body;
  if (!view || !bot.first(body.trigger_id)) return;
  const show = async (page: types.ModalView, hash?: string) => {
    try {
      await client.views.update({ view_id: view.id, view: page, ...(hash === undefined ? {} : { hash }) });
    } catch (error) {
      // The person has gone on or closed the modal meanwhile: the next page shown is right again.
      if (!['hash_conflict', 'not_found'].includes(errorCode(error))) throw error;
    }
  };
  const { id, revision } = readMetadata(view.private_metadata);
  const draft = bot.drafts.find(id);
  try {
    if (!draft || draft.done) return await show(noticePage(expired));
    if (draft.owner !== body.user.id) return await show(noticePage(notYours));
    // A page that was left already doesn't act again: the page that the draft is at is shown.
    const next = draft.revision === revision ? pressed(draft, payload) : draft;
    if (next) await show(planPage(bot.drafts.keep(next), bot.guide), view.hash);
  } catch (error) {
    const notice = failed(
      bot.noteFailure(error, `pressing ${payload.action_id}`),
      draft ? bot.guide.path(draft.answers) : '',
    );
    const place = draft?.owner === body.user.id ? draft.place : bot.placeOf(body.user.id, undefined);
    await show(noticePage(notice)).catch(() => bot.reply(place, [noticeMessage(notice)], client));
  }
}
