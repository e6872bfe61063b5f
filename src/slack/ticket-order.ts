import type { webApi } from '@slack/bolt';
import type { Order } from '../tickets/order.js';
import type { Bot } from './bot.js';
import { nameIn, type PlanNow } from './plan-now.js';
import { errorCode } from './trouble.js';

/** Answers what puts a plan as it is now into a ticket; the posting belongs to `owner`, who posts it. */
export async function orderNow(
  now: PlanNow,
  ticket: string,
  owner: string | null,
  client: webApi.WebClient,
  { guide, setup, judgedConfigs }: Pick<Bot, 'guide' | 'setup' | 'judgedConfigs'>,
): Promise<Order> {
  const { id, kept, plan, answers } = now;
  const config = await judgedConfigs.of(id);
  const order = guide.order({
    ticket,
    checklist: id,
    plan,
    answers,
    kept,
    // Nobody acknowledges here, so that only who may not acknowledge one's own plan matters.
    rule: { may: () => false, otherPerson: setup.acknowledge['second-person'] },
    judged: config === null ? null : await (await guide.validator()).judge(config, answers),
    link: await linkOf(now, client),
    nameOf: (person) => nameIn(kept, person),
  });
  return { ...order, owner };
}

/** Answers where a plan is seen by others; null where it isn't shared, or its message is gone. */
async function linkOf({ kept }: PlanNow, client: webApi.WebClient): Promise<string | null> {
  const [share] = kept.shares;
  if (!share) return null;
  try {
    const { permalink } = await client.chat.getPermalink({ channel: share.channel, message_ts: share.message });
    return permalink ?? null;
  } catch (error) {
    // What Slack answers may keep a link away, never the posting.
    if (errorCode(error) === '') throw error;
    return null;
  }
}
