import { acknowledged, type Refusal } from '../plans/gate.js';
import type { Press, Submission } from './asked.js';
import type { Bot } from './bot.js';
import { acknowledgePage, collectionPage } from './gate-page.js';
import type { Handler } from './handlers.js';
import { bold, words } from './mrkdwn.js';
import { names, readMark } from './names.js';
import { expired, type Notice, noticeMessage, noticePage, notYours } from './notice.js';
import { showCard, tell } from './plan-card.js';
import { frontCard } from './plan-face.js';
import { nameIn, type PlanNow, withAnswers, withName } from './plan-now.js';
import { shareAt } from './plan-shares.js';
import { isLimited } from './roles.js';

/** Opens the page on which a plan's risks are acknowledged, for who may do that. */
export const pressAcknowledge: Handler<Press> = async (press, bot) => {
  const { user, client, trigger, message } = press;
  const mark = readMark(press.value);
  const now = await bot.plans.find(mark.id);
  if (!now) return tell(press, expired, bot);
  const own = now.kept.owner === user;
  // On the Home stand only shared plans; everywhere else the message has to be one of the plan.
  const seen = own || (message ? shareAt(now.kept, message) !== undefined : now.kept.shares.length > 0);
  if (!seen) return tell(press, notYours, bot);
  press.again.line = now.plan.path;
  if (own && message) bot.stands.set(now.id, { place: press.place, message });
  const refused = await refusal(now, press, bot);
  if (refused && !(refused === 'no-collection' && own)) return tell(press, refusalNotice(refused, now, bot), bot);
  const view = refused === 'no-collection' ? collectionPage(now, bot.guide) : acknowledgePage(now, bot.guide);
  await client.views.open({ trigger_id: trigger ?? '', view });
};

/** Takes the name that was typed: of the collection where the plan had none, else as the acknowledgement. */
export const submitAcknowledge: Handler<Submission> = async (submission, bot) => {
  const { user, name, view, field, ack, client, again } = submission;
  const show = (notice: Notice) => ack({ response_action: 'update', view: noticePage(notice) });
  const { id, edition, rest } = readMark(view.metadata);
  const now = await bot.plans.find(id);
  if (!now) return show(expired);
  again.line = now.kept.owner === user ? now.plan.path : '';
  if (now.edition !== edition) return show(changedMeanwhile);
  const typed = field(names.typedName, names.typedName).value;
  const wrong = (problem: string) => ack({ response_action: 'errors', errors: { [names.typedName]: problem } });
  if (rest === 'name') return nameCollection(now, typed, submission, wrong, bot);
  if (now.kept.owner !== user && now.kept.shares.length === 0) return show(notYours);
  const rule = { may: await allowed(submission, bot), otherPerson: bot.setup.acknowledge['second-person'] };
  let refused: Refusal | null = null;
  const changed = await bot.plans.change(now.id, ({ kept, plan, answers, edition: current }) => {
    if (current !== edition) return kept;
    const outcome = acknowledged(kept, plan, bot.guide.collection(answers), typed, user, bot.plans.moment(), rule);
    refused = 'refused' in outcome ? outcome.refused : null;
    return 'kept' in outcome ? withName(outcome.kept, user, name) : kept;
  });
  if (!changed) return show(expired);
  if (changed.edition !== edition) return show(changedMeanwhile);
  if (refused === 'another-name')
    return wrong("That isn't the collection of this plan. Type its name exactly as it stands above.");
  if (refused !== null) return show(refusalNotice(refused, now, bot));
  await show(done(changed, bot));
  bot.changed(changed, client, user);
  bot.tickets.acknowledged(changed.id);
  const { owner } = changed.kept;
  const stand = bot.stands.of(changed.id);
  if (owner === user && stand) return showCard(changed, stand, frontCard, client, bot);
  if (owner !== user && bot.first(`${view.id} acknowledged`))
    await bot.reply(bot.placeOf(owner, undefined), [noticeMessage(told(changed, user, bot))], client);
};

async function nameCollection(
  now: PlanNow,
  typed: string,
  { user, ack, client }: Submission,
  wrong: (problem: string) => Promise<void>,
  bot: Bot,
): Promise<void> {
  const { collectionWord } = bot.guide;
  if (now.kept.owner !== user || collectionWord === null)
    return ack({ response_action: 'update', view: noticePage(notYours) });
  const given = bot.guide.answer(now.answers, collectionWord, typed);
  if ('problem' in given) return wrong(given.problem);
  const changed = await bot.plans.change(now.id, ({ kept, edition }) =>
    edition === now.edition ? withAnswers(kept, given.answers, bot.plans.moment()) : kept,
  );
  if (!changed) return ack({ response_action: 'update', view: noticePage(expired) });
  await ack({ response_action: 'update', view: acknowledgePage(changed, bot.guide) });
  bot.changed(changed, client);
}

/** Answers the rule whether this person may, as it stands for them now. */
async function allowed({ user, client }: Press | Submission, bot: Bot): Promise<(person: string) => boolean> {
  const may = await bot.mayAcknowledge(user, client);
  return (person) => person === user && may;
}

/** Answers why a person couldn't acknowledge a plan whatever they typed; null where they could. */
async function refusal({ kept, plan, answers }: PlanNow, press: Press, bot: Bot): Promise<Refusal | null> {
  const collection = bot.guide.collection(answers);
  const rule = { may: await allowed(press, bot), otherPerson: bot.setup.acknowledge['second-person'] };
  const outcome = acknowledged(kept, plan, collection, collection ?? '', press.user, bot.plans.moment(), rule);
  return 'refused' in outcome ? outcome.refused : null;
}

const changedMeanwhile: Notice = {
  title: 'Changed meanwhile',
  lines: [
    [
      words(
        'The plan has changed since this page was opened. Nothing was acknowledged: look at the plan as it is now, and press the button again.',
      ),
    ],
  ],
};

const done = ({ gate }: PlanNow, bot: Bot): Notice => ({
  title: 'Acknowledged',
  lines: [
    [
      words('The risks are acknowledged for '),
      bold(gate.state === 'acknowledged' ? gate.collection : ''),
      words('. The plan says so, with your name and the time. Any change to its answers withdraws it.'),
    ],
    ...(isLimited(bot.setup.acknowledge)
      ? []
      : [[words('Nobody is named for this in tsdeploy.yml, so everybody may acknowledge.')]]),
  ],
});

const told = (now: PlanNow, user: string, bot: Bot): Notice => ({
  title: '',
  lines: [
    [
      words(`${nameIn(now.kept, user)} has acknowledged the risks of your plan `),
      bold(bot.guide.title(now.answers)),
      words('. /tsdeploy plans shows it.'),
    ],
  ],
});

function refusalNotice(refused: Refusal, now: PlanNow, { setup }: Bot): Notice {
  const sentences: Readonly<Record<Refusal, string>> = {
    'not-needed': "This plan isn't high-risk: there is nothing to acknowledge.",
    'not-ready': `This plan is ${now.plan.verdict === 'open' ? 'not answered to the end' : 'blocked'}. Its risks can be acknowledged once it is ready.`,
    'no-collection':
      "This plan doesn't name its collection yet. Its owner presses Acknowledge the risks and names it first.",
    'not-permitted': `You aren't among those who may acknowledge risks here${setup.acknowledge.groups.length > 0 ? ' (nor in one of their user groups)' : ''}. Whoever runs tsdeploy names them in tsdeploy.yml.`,
    'other-person-needed':
      'Here somebody else than the owner acknowledges the risks. Share the plan: whoever may do it finds it in the channel, and on their App Home.',
    'another-name': "That isn't the collection of this plan.",
  };
  return { title: 'Not acknowledged', lines: [[words(sentences[refused])]] };
}
