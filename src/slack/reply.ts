import type { webApi } from '@slack/bolt';
import { inLocalWorkspace } from './local-workspace.js';
import { words } from './mrkdwn.js';
import { noticeMessage } from './notice.js';
import type { Message } from './pack.js';
import { errorCode } from './trouble.js';

/** Where a person can be answered: in their channel for some time and a few times, in the thread they spoke in, else by direct message. */
export interface ReplyPlace {
  readonly user: string;
  /** The channel and thread they spoke in, or null; a thread that is empty is none. */
  readonly spoke: { readonly channel: string; readonly thread: string } | null;
  readonly url: string | null;
  readonly since: number;
  /** How often the address was used; it counts on while the place is shared. */
  readonly uses: { count: number };
}

/** Slack takes a response address five times in thirty minutes; a little is kept back for clocks that differ. */
export const responseLimits = { uses: 5, ms: 29 * 60_000 } as const;

const hosts = ['hooks.slack.com', 'hooks.slack-gov.com'];

/** Answers whether an address may be answered to: Slack's own over https, or the local workspace that the API address names. */
export function mayAnswer(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return (protocol === 'https:' && hosts.includes(host)) || inLocalWorkspace(url, apiUrl);
}

/** Sends messages to one person; `replace` puts the first in place of the message that the address belongs to. */
export type Reply = (
  place: ReplyPlace,
  messages: readonly Message[],
  client: webApi.WebClient,
  replace?: boolean,
) => Promise<void>;

/** How every message behaves: nothing in it is looked for, linked or unfolded by itself. */
export const manners = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

/** Answers how messages reach a person: ephemeral in their channel or thread while that is possible, all in a direct message otherwise. */
export function replier(now: () => number, fetchUrl: typeof fetch): Reply {
  const left = ({ url, since, uses }: ReplyPlace) =>
    url === null || now() - since > responseLimits.ms ? 0 : responseLimits.uses - uses.count;

  async function here(place: ReplyPlace, message: Message, replace = false): Promise<boolean> {
    if (place.url === null || left(place) < 1) return false;
    place.uses.count += 1;
    const body = JSON.stringify({ response_type: 'ephemeral', replace_original: replace, ...manners, ...message });
    const send = () =>
      fetchUrl(place.url ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
      });
    const response = await send();
    if (response.status !== 429) return response.ok;
    await pause(Math.min(Number(response.headers.get('retry-after') ?? 1), 10) * 1000);
    return (await send()).ok;
  }

  return async (place, messages, client, replace = false) => {
    let sent = 0;
    if (messages.length <= left(place))
      for (const message of messages) {
        if (!(await here(place, message, replace && sent === 0).catch(() => false))) break;
        sent += 1;
      }
    if (sent === messages.length) return;
    if (sent === 0 && (await inThread(place, messages, client))) return;
    await here(place, elsewhere(messages.length - sent)).catch(() => false);
    for (const message of messages.slice(sent))
      await client.chat.postMessage({ channel: place.user, ...manners, ...message });
  };
}

/** Answers whether the messages reached a person where they spoke: the bot may not be there any more. */
async function inThread(
  { user, spoke }: ReplyPlace,
  messages: readonly Message[],
  client: webApi.WebClient,
): Promise<boolean> {
  if (!spoke) return false;
  const { channel, thread } = spoke;
  const at = { channel, ...(thread === '' ? {} : { thread_ts: thread }), ...manners };
  try {
    for (const message of messages)
      await (channel.startsWith('D')
        ? client.chat.postMessage({ ...at, ...message })
        : client.chat.postEphemeral({ ...at, user, ...message }));
    return true;
  } catch (error) {
    if (unreachable.includes(errorCode(error))) return false;
    throw error;
  }
}

const unreachable = ['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived'];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const elsewhere = (count: number): Message =>
  noticeMessage({
    title: '',
    lines: [[words(`You find ${count === 1 ? 'it' : `${count} parts of it`} in your direct messages with me.`)]],
  });
