import type { types } from '@slack/bolt';
import { verdict } from '../formats/outline.js';
import * as block from './blocks.js';
import type { Bot } from './bot.js';
import type { Guide } from './guide.js';
import { bold, code, moment, words } from './mrkdwn.js';
import { names, writeMark } from './names.js';
import { noticeMessage } from './notice.js';
import type { Message } from './pack.js';
import type { PlanNow } from './plan-now.js';

/** How many plans a list shows. */
const listed = 10;

/** Answers somebody's newest plans, and how many they have. */
export async function newestPlans(user: string, { plans }: Bot): Promise<{ shown: PlanNow[]; count: number }> {
  const rows = plans.list({ owner: user });
  const found = await Promise.all(rows.slice(0, listed).map(({ id }) => plans.find(id)));
  return { shown: found.flatMap((now) => (now ? [now] : [])), count: rows.length };
}

/** Answers a plan in a list: what it is called, how it stands, and what can be done with it. */
export const planRow = (now: PlanNow, guide: Guide): types.KnownBlock[] => {
  const title = guide.title(now.answers);
  const remove = block.button(`${names.remove}:${now.id}`, 'Delete', writeMark(now), 'danger');
  return [
    block.sectionOf(
      bold(title),
      words(`\n${verdict(now.plan)} Changed `),
      moment(now.kept.changed),
      words(now.kept.shares.length > 0 ? '. Shared.' : '.'),
    ),
    block.actions(
      `plan.${now.id}`,
      block.button(
        `${names.open}:${now.id}`,
        now.plan.verdict === 'open' ? 'Go on' : 'Open',
        writeMark(now),
        'primary',
      ),
      block.button(`${names.copy}:${now.id}`, 'Copy', writeMark(now)),
      block.confirmed(
        remove,
        'Delete this plan?',
        `${title}: its answers, ticks and acknowledgements are gone for good. What is shared stays where it is.`,
        'Delete',
      ),
    ),
  ];
};

/** Answers somebody's plans as a message. */
export async function listMessage(user: string, bot: Bot): Promise<Message> {
  const { shown, count } = await newestPlans(user, bot);
  if (count === 0)
    return noticeMessage({
      title: 'Your plans',
      lines: [[words('You have no plans yet. Start one with '), code('/tsdeploy plan'), words('.')]],
    });
  const head = count > shown.length ? `Your plans, the newest ${shown.length} of ${count}` : 'Your plans';
  const { text } = noticeMessage({ title: head, lines: [[words(`${head}: ${shown.length}`)]] });
  return { text, blocks: [block.header(head), ...shown.flatMap((now) => planRow(now, bot.guide))] };
}
