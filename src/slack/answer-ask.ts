import { answerThere, type Thread } from './answer-there.js';
import { answerMessage, sharedAnswer } from './answer-view.js';
import type { Asked, Press, Shortcut, SlackMessage } from './asked.js';
import type { Bot } from './bot.js';
import { mayGoOn, readTurnMark, type Turn } from './conversations.js';
import type { Handler, Sent } from './handlers.js';
import { helpNotice } from './help.js';
import { typedText } from './message-text.js';
import { code, words } from './mrkdwn.js';
import { type Notice, noticeMessage } from './notice.js';
import { once } from './once.js';
import { postKept } from './post-kept.js';
import { errorCode } from './trouble.js';

/** Answers the question behind the command, to the person alone. */
export const askCommand: Handler<Sent> = async (sent, bot) => {
  if (sent.rest === '') return sent.ack(helpNotice(sent.command, ''));
  await sent.ack();
  await askIn(sent, sent.rest, null, bot);
};

/** Answers the message that the shortcut was chosen on, in its thread. */
export const askMessage: Handler<Shortcut> = async (shortcut, bot) => {
  const { message, place, client } = shortcut;
  const question = typedText(message?.fields ?? {});
  if (!message || question === '') return bot.reply(place, [noticeMessage(noQuestion)], client);
  await askIn(shortcut, question, message, bot);
};

/** Answers a question in a thread, going on from what was asked there, or to the person alone; takes down what can't be answered. */
export async function askIn(asked: Asked, question: string, there: Thread | null, bot: Bot): Promise<void> {
  const turn = await bot.conversations.ask(asked.user, there, question);
  await answerThere(asked, there, [answerMessage(turn, bot.guide, there === null)], bot);
  await noteUnanswered(turn, bot);
}

async function noteUnanswered({ answer, kept, at }: Turn, bot: Bot): Promise<void> {
  if (answer.status === 'not-covered') await bot.noteMiss({ asked: kept.asked.slice(0, at), wrong: null });
}

/** Does what was pressed in an answer. Where its conversation isn't kept any more, or is another's, says so. */
async function inTurn(press: Press, bot: Bot, act: (turn: Turn) => Promise<void>): Promise<void> {
  const { user, value, message, place, client } = press;
  const turn = await bot.conversations.find(value);
  if (!turn || !mayGoOn(turn, user, message)) return bot.reply(place, [noticeMessage(notKept)], client);
  await act(turn);
}

/** Goes on with an option of a question back, in the place of that question. */
export const pressOption: Handler<Press> = (press, bot) =>
  inTurn(press, bot, async (turn) => {
    await once(bot.first, `${press.value} chosen`, () => goOnWith(press, turn, bot));
  });

async function goOnWith({ value, message, place, client }: Press, turn: Turn, bot: Bot): Promise<void> {
  const next = await bot.conversations.choose(turn, readTurnMark(value).option);
  if (!next) return bot.reply(place, [noticeMessage(chosenMeanwhile)], client);
  const shown = answerMessage(next, bot.guide, turn.kept.place === null);
  if (message && !message.ephemeral) {
    const { channel, ts } = message;
    await client.chat.update({ channel, ts, parse: 'none', link_names: false, ...shown });
  } else await bot.reply(place, [shown], client, true);
  await noteUnanswered(next, bot);
}

/** Takes down that an answer was wrong, once, and thanks. */
export const pressWrong: Handler<Press> = (press, bot) =>
  inTurn(press, bot, async (turn) => {
    const wrong = turn.answer.facts.map(({ id }) => id);
    if (await bot.conversations.markWrong(turn))
      await bot.noteMiss({ asked: turn.kept.asked.slice(0, turn.at), wrong });
    await bot.reply(press.place, [noticeMessage(thanks)], press.client);
  });

/** Posts an answer for everybody in the channel; its thread goes on from it. */
export const pressShareAnswer: Handler<Press> = (press, bot) =>
  inTurn(press, bot, async (turn) => {
    const { value, message, place, client } = press;
    if (!message) return;
    try {
      await once(bot.first, `${value} shared`, () => share(turn, press, message, bot));
    } catch (error) {
      if (!['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'].includes(errorCode(error)))
        throw error;
      await bot.reply(place, [noticeMessage(notThere)], client);
    }
  });

async function share(turn: Turn, press: Press, message: SlackMessage, bot: Bot): Promise<void> {
  const { name, user, place, client } = press;
  const { channel } = message;
  const thread = message.thread === message.ts ? {} : { thread_ts: message.thread };
  const shown = (one: Turn) => sharedAnswer(one, name || user, bot.guide);
  await postKept(client, { channel, ...thread }, shown(turn), async (ts) => {
    const next = await bot.conversations.goOnIn({ channel, thread: thread.thread_ts ?? ts }, turn);
    // Its buttons are those of the thread, where everybody may press them.
    await client.chat.update({ channel, ts, parse: 'none', link_names: false, ...shown(next) });
  });
  await bot.reply(place, [noticeMessage(sharedNow)], client, message.ephemeral);
}

const noQuestion: Notice = {
  title: '',
  lines: [
    [words('There is no text in this message that I could answer. Ask me with '), code('/tsdeploy ask'), words('.')],
  ],
};

const notKept: Notice = {
  title: '',
  lines: [
    [
      words("This conversation isn't kept any more, or isn't yours. Ask once more with "),
      code('/tsdeploy ask'),
      words('.'),
    ],
  ],
};

const chosenMeanwhile: Notice = {
  title: '',
  lines: [[words('This was answered or asked anew meanwhile: the newest answer counts. Ask again to choose another.')]],
};

const thanks: Notice = {
  title: '',
  lines: [[words('Thank you. The question is kept for those who maintain the facts, without your name.')]],
};

const sharedNow: Notice = { title: '', lines: [[words('Shared in the channel. Mention me in its thread to ask on.')]] };

const notThere: Notice = {
  title: '',
  lines: [
    [
      words("Not shared: I'm not in this conversation, so I can't post here. Send "),
      code('/invite @tsdeploy'),
      words(' in the channel, then press Share once more.'),
    ],
  ],
};
