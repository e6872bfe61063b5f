import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { attend } from './attend.js';
import type { Bot } from './bot.js';
import { type Sent, subCommands } from './handlers.js';
import { helpNotice } from './help.js';
import { type Notice, noticeMessage } from './notice.js';
import { manners } from './reply.js';
import { wantedByCommand } from './talk.js';

type Arguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Answers a slash command, once: the sub-command, or how the command is used. */
export async function onCommand({ ack: acknowledge, command, client }: Arguments, bot: Bot): Promise<void> {
  let acked = false;
  const ack = async (notice?: Notice) => {
    if (acked) return;
    acked = true;
    await (notice ? acknowledge({ response_type: 'ephemeral', ...manners, ...noticeMessage(notice) }) : acknowledge());
  };
  if (!bot.first(command.trigger_id)) return ack();
  const wanted = wantedByCommand(command.text);
  const { user_id: user, response_url: url, trigger_id: trigger } = command;
  const place = bot.placeOf(user, url);
  const sent: Sent = {
    user,
    name: command.user_name,
    client,
    place,
    trigger,
    again: { line: '' },
    command: command.command,
    rest: 'rest' in wanted ? wanted.rest : '',
    ack,
  };
  const work = () =>
    wanted.want === 'nothing' ? ack(helpNotice(command.command, wanted.said)) : subCommands[wanted.want](sent, bot);
  await attend(bot, sent, `${command.command} ${wanted.want}`, work, (notice) =>
    acked ? bot.reply(place, [noticeMessage(notice)], client) : ack(notice),
  );
  await ack();
}
