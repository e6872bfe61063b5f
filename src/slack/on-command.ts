import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Bot } from './bot.js';
import { subCommand } from './command-text.js';
import { helpNotice, problemsNotice, type SubCommand, subCommandNamed } from './help.js';
import { failed, type Notice, noticeMessage, tooSlow } from './notice.js';
import { planMessages } from './plan-message.js';
import { planPage } from './plan-page.js';
import { manners, type ReplyPlace } from './reply.js';
import { errorCode } from './trouble.js';
import { nextQuestion } from './walk.js';

type Arguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;
/** One command on its way: what was typed behind the sub-command, and where its person is answered. */
interface Sent extends Pick<Arguments, 'command' | 'client'> {
  readonly rest: string;
  readonly place: ReplyPlace;
  /** Acknowledges the command, with a notice for its person where there is one; only the first time counts. */
  readonly ack: (notice?: Notice) => Promise<void>;
}

/** The sub-commands, by name. */
const runs: Readonly<Record<SubCommand, (sent: Sent, bot: Bot) => Promise<void>>> = {
  help: ({ ack, command }) => ack(helpNotice(command.command, '')),
  async plan({ ack, command, client, rest, place }, bot) {
    const { answers, problems } = bot.guide.read(rest);
    if (problems.length > 0) return ack(problemsNotice(command.command, problems));
    const plan = bot.guide.plan(answers);
    const asking = nextQuestion(plan);
    await ack();
    if (asking === null) return bot.reply(place, planMessages(plan, bot.guide), client);
    const draft = bot.drafts.start(command.user_id, place, answers, asking);
    await client.views.open({ trigger_id: command.trigger_id, view: planPage(draft, bot.guide) });
  },
};

/** Answers a slash command: the sub-command, or how the command is used. */
export async function onCommand({ ack: acknowledge, command, client }: Arguments, bot: Bot): Promise<void> {
  let acked = false;
  const ack = async (notice?: Notice) => {
    if (acked) return;
    acked = true;
    await (notice ? acknowledge({ response_type: 'ephemeral', ...manners, ...noticeMessage(notice) }) : acknowledge());
  };
  if (!bot.first(command.trigger_id)) return ack();
  const { name, rest } = subCommand(command.text);
  const known = subCommandNamed(name);
  const place = bot.placeOf(command.user_id, command.response_url);
  try {
    await (known ? runs[known]({ ack, command, client, rest, place }, bot) : ack(helpNotice(command.command, name)));
  } catch (error) {
    const reference = bot.noteFailure(error, `${command.command} ${known ?? 'help'}`);
    const notice = errorCode(error) === 'expired_trigger_id' ? tooSlow : failed(reference, rest);
    await (acked ? bot.reply(place, [noticeMessage(notice)], client) : ack(notice));
  }
}
