import type { webApi } from '@slack/bolt';
import * as v from 'valibot';
import type { Id } from '../store/id.js';
import type { Kind } from '../store/kind.js';
import type { Entries } from '../store/port.js';
import { readShape } from '../store/read-shape.js';
import { sharedSync } from '../store/shared-sync.js';
import { type Posting, postingId } from '../tickets/posting.js';
import { manners } from './reply.js';
import { type Standing, standingMessage } from './ticket-words.js';
import { errorCode } from './trouble.js';

const place = v.strictObject({ channel: v.string(), ts: v.string() });
const keptStanding = v.strictObject({ places: v.array(place) });

/** The messages that tell of a posting, one for each who posts it; its id is the posting's. */
export type KeptStanding = v.InferOutput<typeof keptStanding>;

/** Answers the kind of entry that these messages are. */
export const standingKind = (days: number): Kind<KeptStanding, never> => ({
  name: 'standings',
  version: 2,
  migrations: [(first) => ({ places: [first] })],
  read: readShape(keptStanding),
  facts: {},
  days,
});

/** More of those who post the same plan to the same ticket aren't told how far it is. */
const mostPlaces = 5;

/** The messages in which people see how far their postings are. */
export interface Standings {
  /** Sends somebody the message of a posting, in place of any earlier one of theirs. */
  begin(user: string, standing: Standing): Promise<void>;
  /** Brings the messages of a posting up to date. */
  show(id: Id): Promise<void>;
  /** Takes down why a posting waits. */
  waits(posting: Posting, why: string | null): Id;
}

/** Answers the messages among these entries. */
export function standingsIn(
  entries: Entries<KeptStanding, never>,
  postings: Pick<Entries<Posting, never>, 'get'>,
  client: webApi.WebClient,
): Standings {
  const reasons = new Map<string, string>();
  const update = sharedSync(async (key) => {
    // Only ids are handed in.
    const id = key as Id;
    const [kept, posting] = await Promise.all([entries.get(id), postings.get(id)]);
    if (!kept || !posting) return;
    const message = standingMessage(posting, reasons.get(id) ?? null);
    for (const one of kept.places)
      try {
        await client.chat.update({ ...one, parse: 'none', link_names: false, ...message });
      } catch (error) {
        if (errorCode(error) !== 'message_not_found') throw error;
        await entries.update(id, (now) => now && { places: now.places.filter(({ ts }) => ts !== one.ts) });
      }
  });
  return {
    async begin(user, standing) {
      const { channel = '', ts = '' } = await client.chat.postMessage({
        channel: user,
        ...manners,
        ...standingMessage(standing, null),
      });
      const id = postingId(standing.system, standing.ticket, standing.checklist);
      await entries.update(id, (kept) => {
        const others = kept?.places.filter((one) => one.channel !== channel) ?? [];
        return { places: [...others, { channel, ts }].slice(-mostPlaces) };
      });
    },
    show: update,
    waits(posting, why) {
      const id = postingId(posting.system, posting.ticket, posting.checklist);
      if (why === null || posting.state !== 'posting') reasons.delete(id);
      else reasons.set(id, why);
      return id;
    },
  };
}
