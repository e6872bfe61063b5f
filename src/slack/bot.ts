import type { Drafts } from './drafts.js';
import type { Guide } from './guide.js';
import type { First } from './once.js';
import type { Reply, ReplyPlace } from './reply.js';

/** What every listener works with. */
export interface Bot {
  readonly guide: Guide;
  readonly drafts: Drafts;
  /** Whether an interaction, by its trigger, comes for the first time. */
  readonly first: First;
  readonly reply: Reply;
  /** Answers where a person is to be answered who used this response address, or spoke there. */
  readonly placeOf: (user: string, url: string | undefined, spoke?: ReplyPlace['spoke']) => ReplyPlace;
  /** Takes down a failure; answers its reference. */
  readonly noteFailure: (error: unknown, doing: string) => string;
}
