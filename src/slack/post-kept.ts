import type { webApi } from '@slack/bolt';
import type { Message } from './pack.js';
import { manners } from './reply.js';

/** Where something is posted: a channel, or a thread in it. */
interface PostPlace {
  readonly channel: string;
  readonly thread_ts?: string;
}

/** Posts a message and does what belongs to it; where that fails, takes the message back, so that posting once more doubles nothing. */
export async function postKept<T>(
  client: webApi.WebClient,
  place: PostPlace,
  { text, blocks }: Message,
  keep: (ts: string) => Promise<T>,
): Promise<T> {
  const { ts = '' } = await client.chat.postMessage({ ...place, ...manners, text, blocks });
  try {
    return await keep(ts);
  } catch (error) {
    // Where that fails as well, the first failure is still the one to be told.
    await client.chat.delete({ channel: place.channel, ts }).catch(() => undefined);
    throw error;
  }
}
