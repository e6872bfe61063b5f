import type { webApi } from '@slack/bolt';
import type { JudgedConfigs } from '../plans/judged-configs.js';
import type { Setup } from '../setup/setup.js';
import type { Store } from '../store/port.js';
import type { Conversations } from './conversations.js';
import type { Fields } from './fields.js';
import type { Guide } from './guide.js';
import type { NoteMiss } from './misses.js';
import type { First } from './once.js';
import type { PlanNow } from './plan-now.js';
import type { Stands } from './plan-stands.js';
import type { Plans } from './plans.js';
import type { PostedFile } from './posted-file.js';
import type { Readings } from './readings.js';
import type { Reply, ReplyPlace } from './reply.js';
import type { HasRole } from './roles.js';
import type { Ticketing } from './ticketing.js';

/** What every listener works with. */
export interface Bot {
  readonly guide: Guide;
  /** What is kept between starts; each kind of entry is opened once, where the app is put together. */
  readonly store: Store;
  readonly plans: Plans;
  readonly conversations: Conversations;
  readonly readings: Readings;
  readonly judgedConfigs: JudgedConfigs;
  readonly noteMiss: NoteMiss;
  readonly setup: Setup;
  readonly mayAcknowledge: HasRole;
  readonly mayPost: HasRole;
  readonly tickets: Ticketing;
  /** Where the message stands that shows a plan to its owner. */
  readonly stands: Stands;
  /** Whether an interaction, by its trigger or event id, comes for the first time. */
  readonly first: First;
  readonly reply: Reply;
  /** Answers a posted file's bytes, or why it isn't read; never throws. */
  readonly fetchFile: (posted: Fields, client: webApi.WebClient) => Promise<PostedFile>;
  /** Answers where a person is to be answered who used this response address, or spoke there. */
  readonly placeOf: (user: string, url: string | undefined, spoke?: ReplyPlace['spoke']) => ReplyPlace;
  /** Brings up to date, later, what shows a plan that has changed or is gone: its shared messages, the Homes of its owner, of who changed it, and of those whom it waits for. */
  readonly changed: (now: PlanNow, client: webApi.WebClient, by?: string) => void;
  /** Shows somebody their Home as it is now, and from then on. */
  readonly publishHome: (user: string, client: webApi.WebClient) => Promise<void>;
  /** Takes down a failure; answers its reference. */
  readonly noteFailure: (error: unknown, doing: string) => string;
}
