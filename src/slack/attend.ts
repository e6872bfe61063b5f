import { StoreTrouble } from '../store/trouble.js';
import type { Asked } from './asked.js';
import type { Bot } from './bot.js';
import { failed, groupUnread, type Notice, noticeMessage, notKept, tooSlow } from './notice.js';
import { GroupUnread } from './roles.js';
import { slackFault } from './slack-fault.js';
import { errorCode } from './trouble.js';

/** Does what somebody asked for. Whatever fails is taken down, and told: they are always answered. */
export async function attend(
  bot: Bot,
  asked: Asked,
  doing: string,
  work: () => Promise<void>,
  tell: (notice: Notice) => Promise<void> = (notice) => bot.reply(asked.place, [noticeMessage(notice)], asked.client),
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const notice = noticeOf(error, bot.noteFailure(error, doing), asked);
    await tell(notice).catch((untold: unknown) => bot.noteFailure(untold, `telling of a failure (${doing})`));
  }
}

const noWindow = ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'];

function noticeOf(error: unknown, reference: string, { again }: Asked): Notice {
  if (error instanceof StoreTrouble) return notKept(error.why, reference, again.line);
  if (error instanceof GroupUnread) return groupUnread(error.group, error.why, reference);
  return noWindow.includes(errorCode(error)) ? tooSlow : failed(reference, again.line, slackFault(error));
}
