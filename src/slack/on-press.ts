import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Press } from './asked.js';
import { attend } from './attend.js';
import type { Bot } from './bot.js';
import { fieldsOf } from './fields.js';
import { presses, rowOf } from './handlers.js';
import { noticeMessage, noticePage } from './notice.js';
import { fieldIn, messageIn, nameOf, viewIn } from './read-payload.js';
import { showPage } from './show-page.js';

type Arguments = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** Answers a press, choice or tick, once: by the name before the colon of its action id. */
export async function onPress({ ack, body, client, payload }: Arguments, bot: Bot): Promise<void> {
  await ack();
  const [name = '', part = ''] = payload.action_id.split(/:(.*)/s);
  const handler = rowOf(presses, name);
  if (!handler || (body.trigger_id !== undefined && !bot.first(body.trigger_id))) return;
  const message = messageIn(fieldsOf(body));
  const press: Press = {
    user: body.user.id,
    name: nameOf(body.user),
    client,
    place: bot.placeOf(body.user.id, body.response_url, message?.ephemeral ? null : message),
    trigger: body.trigger_id ?? null,
    again: { line: '' },
    part,
    ...fieldIn(payload),
    view: viewIn(fieldsOf(body)),
    message,
  };
  const tell = (notice: Parameters<typeof noticeMessage>[0]) => bot.reply(press.place, [noticeMessage(notice)], client);
  await attend(
    bot,
    press,
    `pressing ${name}`,
    () => handler(press, bot),
    async (notice) => {
      const { view } = press;
      if (view?.type !== 'modal') return tell(notice);
      await showPage(client, view.id, noticePage(notice)).catch(() => tell(notice));
    },
  );
}
