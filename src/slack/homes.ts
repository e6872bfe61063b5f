import type { webApi } from '@slack/bolt';
import type { Id } from '../store/id.js';
import { sharedSync } from '../store/shared-sync.js';
import type { Bot } from './bot.js';
import { homeView } from './home.js';
import { homeParts, waits } from './home-parts.js';
import { GroupUnread } from './roles.js';

/** The Homes that people have opened since the app started. */
export interface Homes {
  publish(user: string, client: webApi.WebClient): Promise<void>;
  /** Whether somebody has opened theirs. */
  opened(user: string): boolean;
  /** Publishes anew the Homes on which a plan waits and shouldn't any more, or should and doesn't yet; of many, those that were opened last. */
  follow(plan: Id): Promise<void>;
}

/** A Home as it was last published. */
interface Home {
  readonly client: webApi.WebClient;
  /** The plans that wait on it. */
  readonly waiting: ReadonlySet<string>;
}

const mostRemembered = 10_000;
/** So many Homes follow a plan of somebody else: Slack takes about a hundred a minute. */
const mostFollowing = 20;

/** Answers the Homes of a bot: what is asked for while one is published is published once more, together. */
export function homesOf(bot: () => Bot): Homes {
  const homes = new Map<string, Home>();
  const publishNow = sharedSync(async (user) => {
    const home = homes.get(user);
    if (!home) return;
    const may = await mayAcknowledge(user, home.client);
    const parts = await homeParts(user, may, bot());
    await home.client.views.publish({ user_id: user, view: homeView(parts, bot()) });
    const waiting = new Set((parts.waiting ?? []).map(({ id }) => id));
    if (homes.has(user)) homes.set(user, { ...home, waiting });
  });

  /** Answers whether somebody may acknowledge; null where nobody can tell, which is taken down. */
  async function mayAcknowledge(user: string, client: webApi.WebClient): Promise<boolean | null> {
    try {
      return await bot().mayAcknowledge(user, client);
    } catch (error) {
      if (!(error instanceof GroupUnread)) throw error;
      bot().noteFailure(error, 'publishing a Home');
      return null;
    }
  }

  return {
    opened: (user) => homes.has(user),
    publish(user, client) {
      const waiting = homes.get(user)?.waiting ?? new Set();
      homes.delete(user);
      homes.set(user, { client, waiting });
      const [oldest] = homes.keys();
      if (homes.size > mostRemembered && oldest !== undefined) homes.delete(oldest);
      return publishNow(user);
    },
    async follow(plan) {
      const now = await bot().plans.find(plan);
      const waiting = now !== null && waits(now);
      const stale = [...homes].filter(([, home]) => home.waiting.has(plan) !== waiting).slice(-mostFollowing);
      for (const [user, { client }] of stale)
        try {
          if (!waiting || (await mayAcknowledge(user, client))) await publishNow(user);
        } catch (error) {
          bot().noteFailure(error, 'publishing a Home');
        }
    },
  };
}
