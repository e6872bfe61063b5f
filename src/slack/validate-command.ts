import type { Answers } from '../guide/answers.js';
import { idIn, newId } from '../store/id.js';
import type { Asked, Press, Shortcut, Submission } from './asked.js';
import * as block from './blocks.js';
import type { Bot } from './bot.js';
import type { Handler, Sent } from './handlers.js';
import { limits } from './limits.js';
import { typedText } from './message-text.js';
import { cut, words } from './mrkdwn.js';
import { names } from './names.js';
import { expired, noticeMessage, noticePage } from './notice.js';
import { inOwnCard } from './plan-card.js';
import { openGuide } from './plan-press.js';
import { filesOf, nothingPosted, postedIn } from './posted.js';
import { tellFindings } from './validation.js';

/** Validates the text behind the command, to the person alone; without one, asks for it. */
export const validateCommand: Handler<Sent> = async (sent, bot) => {
  const { ack, rest, place, client, trigger } = sent;
  await ack();
  if (rest !== '')
    return tellFindings(sent, null, { sources: [{ name: 'Your text', content: rest }], set: new Map() }, bot);
  if (trigger === null) return bot.reply(place, [nothingPosted], client);
  await openField(sent, '', bot);
};

/** Asks for a text that is validated against a plan: its answers count as stated. */
export const pressValidate: Handler<Press> = (press, bot) =>
  inOwnCard(press, bot, ({ id }) => openField(press, id, bot));

/** Asks for a text in a modal, and remembers where its findings go. */
async function openField({ client, trigger, place }: Asked, plan: string, bot: Bot): Promise<void> {
  const stand = newId();
  bot.stands.set(stand, { place, message: null });
  const about =
    plan === ''
      ? []
      : [
          block.sectionOf(
            words(
              'What your plan says counts as stated. What is found goes along when the plan is posted to a ticket.',
            ),
          ),
        ];
  const view = block.modal({
    callback: names.validateView,
    metadata: `${stand}.${plan}`,
    title: 'Validate a config',
    submit: 'Validate',
    close: 'Cancel',
    blocks: [
      ...about,
      block.input(names.posted, 'Config, PowerShell or output', block.textArea(names.posted)),
      block.context(words('For a longer text, or an exported task sequence, post the file to me in a direct message.')),
    ],
  });
  await client.views.open({ trigger_id: trigger ?? '', view });
}

/** Takes the text of the modal: errors beside the field, or its findings where they were asked for. */
export const submitValidate: Handler<Submission> = async (submission, bot) => {
  const { user, view, field, ack, place } = submission;
  const [, shownAt = '', id = ''] = /^([0-9a-f]{32})\.([0-9a-f]{32})?$/.exec(view.metadata) ?? [];
  const stand = idIn(shownAt);
  const content = field(names.posted, names.posted).value;
  const plan = id === '' ? null : await bot.plans.find(id);
  if (id !== '' && plan?.kept.owner !== user) return ack({ response_action: 'update', view: noticePage(expired) });
  const set: Answers = plan?.answers ?? new Map();
  const validator = await bot.guide.validator();
  const judged = await validator.validate('Your text', content, set);
  if ('error' in judged)
    return ack({ response_action: 'errors', errors: { [names.posted]: cut(judged.error, limits.inputError) } });
  await ack({ response_action: 'clear' });
  if (!bot.first(`${view.id} validated`)) return;
  if (plan) await bot.judgedConfigs.keep(plan.id, content);
  const asked = { ...submission, place: (stand === null ? null : bot.stands.of(stand))?.place ?? place };
  await tellFindings(asked, null, { sources: [{ name: 'Your text', content }], set }, bot);
};

/** Validates the message that the shortcut was chosen on, in its thread. */
export const validateMessage: Handler<Shortcut> = async (shortcut, bot) => {
  const { message, place, client } = shortcut;
  const fields = message?.fields ?? {};
  const [text, files] = [typedText(fields), filesOf(fields)];
  if (!message || (text === '' && files.length === 0)) return bot.reply(place, [nothingPosted], client);
  await tellFindings(shortcut, message, await postedIn(text, files, shortcut, bot), bot);
};

/** Opens the guide with what was read from a posted text: in a plan of one's own, one for each reading. */
export const pressOpenReading: Handler<Press> = async (press, bot) => {
  const { user, value, place, client } = press;
  const reading = await bot.readings.find(value);
  if (!reading) return bot.reply(place, [noticeMessage(notKept)], client);
  const begun = await bot.plans.find(reading.planOf(user));
  if (begun) return openGuide(begun, press, bot);
  // A second press meanwhile finds the guide open; a later one finds the plan.
  const key = `${reading.id} ${user} opens`;
  if (!bot.first(key)) return;
  try {
    const now = await bot.plans.start(press, reading.answers);
    press.again.line = now.plan.path;
    bot.stands.set(now.id, { place, message: null });
    bot.changed(now, client);
    await Promise.all([bot.readings.opened(reading.id, user, now.id), openGuide(now, press, bot)]);
  } finally {
    bot.first.forget(key);
  }
};

const notKept = {
  title: '',
  lines: [[words("What was read then isn't kept any more. Validate the text once more, then press the button.")]],
};
