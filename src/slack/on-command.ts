import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Bot } from './bot.js';
import { subCommand } from './command-text.js';
import { helpNotice, problemsNotice, type SubCommand, subCommandNamed } from './help.js';
import { failed, type Notice, noticeMessage, tooSlow } from './notice.js';
import { planMessages } from './plan-message.js';
import { planPage } from './plan-page.js';
import { errorCode } from './trouble.js';
import { nextQuestion } from './walk.js';

type Arguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;
type Run = (args: Arguments, bot: Bot, rest: string) => Promise<void>;

const ephemeral = (notice: Notice) => ({ response_type: 'ephemeral' as const, ...noticeMessage(notice) });

/** The sub-commands, by name. */
const runs: Readonly<Record<SubCommand, Run>> = {
  help: async ({ ack, command }) => ack(ephemeral(helpNotice(command.command, ''))),
  async plan({ ack, command, client }, bot, rest) {
    const { answers, problems } = bot.guide.read(rest);
    if (problems.length > 0) return ack(ephemeral(problemsNotice(command.command, problems)));
    const plan = bot.guide.plan(answers);
    const place = bot.placeOf(command.user_id, command.response_url);
    const asking = nextQuestion(plan);
    await ack();
    if (asking === null) return bot.reply(place, planMessages(plan, bot.guide), client);
    const draft = bot.drafts.start(command.user_id, place, answers, asking);
    await client.views.open({ trigger_id: command.trigger_id, view: planPage(draft, bot.guide) });
  },
};

/** Answers a slash command: the sub-command, or how the command is used. */
export async function onCommand(args: Arguments, bot: Bot): Promise<void> {
  const { ack, command, client } = args;
  if (!bot.first(command.trigger_id)) return ack();
  const { name, rest } = subCommand(command.text);
  const known = subCommandNamed(name);
  try {
    await (known ? runs[known](args, bot, rest) : ack(ephemeral(helpNotice(command.command, name))));
  } catch (error) {
    const reference = bot.noteFailure(error, `${command.command} ${known ?? 'help'}`);
    const notice = errorCode(error) === 'expired_trigger_id' ? tooSlow : failed(reference, null);
    await ack();
    await bot.reply(bot.placeOf(command.user_id, command.response_url), [noticeMessage(notice)], client);
  }
}
