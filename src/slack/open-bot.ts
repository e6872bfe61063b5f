import type { webApi } from '@slack/bolt';
import { configKind, judgedConfigsIn } from '../plans/judged-configs.js';
import { planKind } from '../plans/plan-kind.js';
import { conversationKind } from '../questions/kept-conversation.js';
import { missKind } from '../questions/kept-miss.js';
import type { Setup } from '../setup/setup.js';
import type { Store } from '../store/port.js';
import { sharedSync } from '../store/shared-sync.js';
import { postingKind } from '../tickets/posting.js';
import type { OpenedSystem } from '../tickets/systems.js';
import type { Bot } from './bot.js';
import { conversationsIn } from './conversations.js';
import type { Guide } from './guide.js';
import { homesOf } from './homes.js';
import type { InFlight } from './in-flight.js';
import { missesIn } from './misses.js';
import { firstTime } from './once.js';
import { sharesOf } from './plan-shares.js';
import { planStands } from './plan-stands.js';
import { plansIn } from './plans.js';
import { fetchFile } from './posted-file.js';
import { readingKind, readingsIn } from './readings.js';
import { mayAnswer, replier } from './reply.js';
import { hasRole } from './roles.js';
import { orderNow } from './ticket-order.js';
import { standingKind, standingsIn } from './ticket-standing.js';
import { ticketingOf } from './ticketing.js';
import { failureNoter, type Log } from './trouble.js';

/** What a bot is made of. */
export interface BotParts {
  readonly guide: Guide;
  readonly store: Store;
  readonly setup: Setup;
  /** The systems whose tickets plans are posted to. */
  readonly systems: readonly OpenedSystem[];
  /** Calls Slack where nobody has asked for anything. */
  readonly client: webApi.WebClient;
  /** Is told when the app ends. */
  readonly ending: AbortSignal;
  readonly apiUrl: string | undefined;
  readonly log: Log;
  readonly now: () => number;
}

/** Opens what a bot keeps, and answers the bot. Throws StoreTrouble where that can't be opened. */
export async function openBot(parts: BotParts, working: InFlight): Promise<Bot> {
  const { guide, store, setup, systems, client: ownClient, ending, apiUrl, log, now } = parts;
  const noteFailure = failureNoter(log);
  const { keep } = setup;
  const [entries, conversations, readings, misses, configs, postings, standings] = await Promise.all([
    store.entries(planKind(guide, keep.plans)),
    store.entries(conversationKind(keep.conversations)),
    store.entries(readingKind(keep.conversations)),
    store.entries(missKind(keep.misses)),
    store.entries(configKind(keep.plans)),
    store.entries(postingKind(keep.postings)),
    store.entries(standingKind(keep.postings)),
  ]);
  const plans = plansIn(entries, guide, setup.acknowledge['second-person'], now);
  const judgedConfigs = judgedConfigsIn(configs);
  const homes = homesOf(() => bot);
  const refresh = sharesOf(plans, guide);
  let latest: webApi.WebClient;
  const refreshed = sharedSync((plan) => refresh(plan, latest));
  const later = (doing: string, work: () => Promise<void>) =>
    void working.during(() => work().catch((error: unknown) => void noteFailure(error, doing)));
  const tickets = ticketingOf({
    opened: systems,
    postings,
    standings: standingsIn(standings, postings, ownClient),
    async orderOf(plan, ticket, owner) {
      const found = await plans.find(plan);
      return (
        found && { now: found, order: await orderNow(found, ticket, owner, ownClient, { guide, setup, judgedConfigs }) }
      );
    },
    now,
    ending,
    later: (doing, work) =>
      // What an end breaks off is finished after the next start.
      later(doing, () => work().catch((error: unknown) => (ending.aborted ? undefined : Promise.reject(error)))),
    changed(owner) {
      if (homes.opened(owner)) later('publishing a Home', () => homes.publish(owner, ownClient));
    },
  });
  const bot: Bot = {
    guide,
    store,
    plans,
    conversations: conversationsIn(conversations, guide),
    readings: readingsIn(readings),
    judgedConfigs,
    noteMiss: missesIn(misses, now),
    setup,
    mayAcknowledge: hasRole(setup.acknowledge, now),
    mayPost: hasRole(setup.post, now),
    tickets,
    stands: planStands(),
    first: firstTime(10 * 60_000, now),
    reply: replier(now, fetch),
    fetchFile: (posted, client) => fetchFile(posted, client, apiUrl),
    placeOf: (user, url, spoke = null) => ({
      user,
      spoke,
      url: url !== undefined && mayAnswer(url, apiUrl) ? url : null,
      since: now(),
      uses: { count: 0 },
    }),
    changed({ id, kept }, client, by = kept.owner) {
      latest = client;
      if (kept.shares.length > 0) later('bringing a shared plan up to date', () => refreshed(id));
      for (const user of new Set([kept.owner, by]))
        if (homes.opened(user)) later('publishing a Home', () => homes.publish(user, client));
      if (kept.shares.length > 0) later('publishing Homes', () => homes.follow(id));
    },
    publishHome: homes.publish,
    noteFailure,
  };
  return bot;
}
