import type { webApi } from '@slack/bolt';
import { sharedSync } from '../store/shared-sync.js';
import type { Bot } from './bot.js';
import { homeParts, homeView } from './home.js';

/** The Homes that people have opened since the app started. */
export interface Homes {
  publish(user: string, client: webApi.WebClient): Promise<void>;
  /** Whether somebody has opened theirs. */
  opened(user: string): boolean;
}

const mostRemembered = 10_000;

/** Answers the Homes of a bot: what is asked for while one is published is published once more, together. */
export function homesOf(bot: () => Bot): Homes {
  const clients = new Map<string, webApi.WebClient>();
  const publish = sharedSync(async (user) => {
    const client = clients.get(user);
    if (!client) return;
    const may = await bot().mayAcknowledge(user, client);
    const view = homeView(await homeParts(user, may, bot()), bot());
    await client.views.publish({ user_id: user, view });
  });
  return {
    opened: (user) => clients.has(user),
    publish(user, client) {
      clients.delete(user);
      clients.set(user, client);
      const [oldest] = clients.keys();
      if (clients.size > mostRemembered && oldest !== undefined) clients.delete(oldest);
      return publish(user);
    },
  };
}
