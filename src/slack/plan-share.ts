import type { Press, Submission } from './asked.js';
import * as block from './blocks.js';
import type { Handler } from './handlers.js';
import { bold, code, words } from './mrkdwn.js';
import { names, readMark, writeMark } from './names.js';
import { expired, type Notice, noticeMessage, noticePage, notYours } from './notice.js';
import { inOwnCard, showCard } from './plan-card.js';
import { frontCard, sharedMessages } from './plan-face.js';
import { withName } from './plan-now.js';
import { postKept } from './post-kept.js';
import { errorCode } from './trouble.js';

/** Asks which channel a plan is to be shared in. */
export const pressShare: Handler<Press> = (press, bot) =>
  inOwnCard(press, bot, async (now) => {
    const channel = press.message?.channel ?? '';
    const view = block.modal({
      callback: names.shareView,
      metadata: writeMark(now),
      title: 'Share the plan',
      submit: 'Share',
      close: 'Cancel',
      blocks: [
        block.sectionOf(
          bold(bot.guide.title(now.answers)),
          words(
            ' is posted for everybody in the channel: a message with the verdict and the warnings, and in its thread the settings, the checklist and the procedures. It follows when you change the plan.',
          ),
        ),
        block.input(
          names.channel,
          'Channel',
          block.channelSelect(names.channel, 'Choose a channel', /^[CG]/.test(channel) ? channel : undefined),
        ),
      ],
    });
    await press.client.views.open({ trigger_id: press.trigger ?? '', view });
  });

/** Posts a plan in a channel: a message, and the rest in its thread. */
export const submitShare: Handler<Submission> = async (submission, bot) => {
  const { user, name, view, field, ack, client, place, again } = submission;
  const { id, edition } = readMark(view.metadata);
  const channel = field(names.channel, names.channel).value;
  const now = await bot.plans.find(id);
  if (!now) return ack({ response_action: 'update', view: noticePage(expired) });
  if (now.kept.owner !== user) return ack({ response_action: 'update', view: noticePage(notYours) });
  again.line = now.plan.path;
  if (channel === '')
    return ack({ response_action: 'errors', errors: { [names.channel]: 'Choose the channel to share the plan in.' } });
  if (!bot.first(`${view.id} shared`)) return ack();
  await ack({ response_action: 'clear' });
  const stand = bot.stands.of(now.id) ?? { place, message: null };
  if (now.edition !== edition) return showCard(now, stand, { ...frontCard, note: changedMeanwhile }, client, bot);
  const named = (await bot.plans.change(now.id, ({ kept }) => withName(kept, user, name))) ?? now;
  const [first] = sharedMessages(named, bot.guide);
  if (!first) return;
  try {
    const shared = await postKept(client, { channel }, first, (message) => {
      const share = { channel, message, thread: [], by: user, at: bot.plans.moment() };
      return bot.plans.change(now.id, ({ kept }) => ({ ...kept, shares: [...kept.shares, share] }));
    });
    // The thread is brought up to date like that of any plan that changed.
    if (shared) bot.changed(shared, client);
    await showCard(shared ?? now, stand, { ...frontCard, note: sharedNow }, client, bot);
  } catch (error) {
    if (!unreachable.includes(errorCode(error))) throw error;
    await bot.reply(stand.place, [noticeMessage(notThere)], client);
  }
};

const changedMeanwhile = 'This plan has changed since you pressed Share. Look at it, and share it again.';
const sharedNow = 'Shared: the channel has the plan, and its thread the settings, the checklist and the procedures.';
const unreachable = ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'];

const notThere: Notice = {
  title: 'Not shared',
  lines: [
    [bold('Not shared:'), words(" I'm not in that channel, so I can't post there.")],
    [
      words('Send '),
      code('/invite @tsdeploy'),
      words(' in the channel, then press Share once more. The plan is kept.'),
    ],
  ],
};
