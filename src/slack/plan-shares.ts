import type { webApi } from '@slack/bolt';
import type { KeptPlan, Share } from '../plans/kept-plan.js';
import { textSeal } from '../plans/seal.js';
import type { SlackMessage } from './asked.js';
import type { Guide } from './guide.js';
import type { Message } from './pack.js';
import { sharedMessages } from './plan-face.js';
import type { PlanNow } from './plan-now.js';
import type { Plans } from './plans.js';
import { manners } from './reply.js';
import { errorCode } from './trouble.js';

/** Answers the share of a plan that a message belongs to: the plan's own, or one of its thread. */
export const shareAt = ({ shares }: KeptPlan, message: SlackMessage | null): Share | undefined =>
  message === null ? undefined : shares.find((share) => share.channel === message.channel && isOf(share, message.ts));

const isOf = ({ message, thread }: Share, ts: string) => message === ts || thread.includes(ts);

/** Brings every message that shows a plan in a channel up to date. */
export type Refresh = (plan: string, client: webApi.WebClient) => Promise<void>;

const mostRemembered = 10_000;

/** Answers how shared plans are kept up to date; a message that says the same already is left alone. */
export function sharesOf(plans: Plans, guide: Guide): Refresh {
  const said = new Map<string, string>();
  const remember = (ts: string, seal: string) => {
    said.set(ts, seal);
    const [oldest] = said.keys();
    if (said.size > mostRemembered && oldest !== undefined) said.delete(oldest);
  };

  /** Answers whether a message says this now; it doesn't where it is gone. */
  async function update(channel: string, ts: string, part: Message, client: webApi.WebClient): Promise<boolean> {
    const seal = textSeal(JSON.stringify(part));
    if (said.get(ts) === seal) return true;
    try {
      await client.chat.update({ channel, ts, parse: 'none', link_names: false, ...part });
    } catch (error) {
      if (errorCode(error) === 'message_not_found') return false;
      throw error;
    }
    remember(ts, seal);
    return true;
  }

  async function post({ channel, message }: Share, part: Message, client: webApi.WebClient): Promise<string> {
    const { ts = '' } = await client.chat.postMessage({ channel, thread_ts: message, ...manners, ...part });
    remember(ts, textSeal(JSON.stringify(part)));
    return ts;
  }

  async function refresh({ id, kept }: PlanNow, messages: readonly Message[], client: webApi.WebClient): Promise<void> {
    const [first, ...rest] = messages;
    if (!first) return;
    for (const share of kept.shares) {
      const { channel, message } = share;
      const standing = [message, ...share.thread].slice(0, messages.length);
      const there = await Promise.all(standing.map((ts, at) => update(channel, ts, messages[at] ?? first, client)));
      if (!there[0]) {
        await plans.change(id, (now) => withShare(now.kept, share, null));
        continue;
      }
      const thread = [...share.thread];
      try {
        for (const [at, part] of rest.entries()) if (!there[at + 1]) thread[at] = await post(share, part, client);
        for (const ts of thread.splice(rest.length)) await client.chat.delete({ channel, ts });
      } finally {
        // What was posted before something failed isn't posted once more.
        if (String(thread) !== String(share.thread))
          await plans.change(id, (now) => withShare(now.kept, share, { ...share, thread }));
      }
    }
  }

  return async (plan, client) => {
    const now = await plans.find(plan);
    if (now && now.kept.shares.length > 0) await refresh(now, sharedMessages(now, guide), client);
  };
}

/** Answers the kept plan with another share in place of one, or without it. */
const withShare = (kept: KeptPlan, old: Share, next: Share | null): KeptPlan => ({
  ...kept,
  shares: kept.shares.flatMap((one) =>
    one.channel === old.channel && one.message === old.message ? (next ? [next] : []) : [one],
  ),
});
