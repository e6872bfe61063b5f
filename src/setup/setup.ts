import * as v from 'valibot';
import { ticketEntries } from './tickets.js';

const ids = (start: string, what: string) =>
  v.array(v.pipe(v.string(), v.regex(new RegExp(`^[${start}][A-Z0-9]{2,20}$`), `is no id of a ${what} in Slack`)));

/** Who has a role: users, members of user groups; nobody named means everybody. */
const role = v.strictObject({
  users: v.optional(ids('UW', 'user'), []),
  groups: v.optional(ids('S', 'user group'), []),
});

const days = (otherwise: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)), otherwise);

/** What a site can set up; each entry with what holds where it is left out. */
export const setupShape = v.strictObject({
  acknowledge: v.optional(
    v.strictObject({
      ...role.entries,
      /** Whether a plan's risks are acknowledged by somebody else than its owner. */
      'second-person': v.optional(v.boolean(), false),
    }),
    {},
  ),
  /** Who may post plans to tickets. */
  post: v.optional(role, {}),
  /** Days that entries are kept after they were last changed. */
  keep: v.optional(
    v.strictObject({ plans: days(365), conversations: days(30), misses: days(180), postings: days(365) }),
    {},
  ),
  /** The systems whose tickets checklists are posted to. */
  tickets: v.optional(ticketEntries, []),
});

/** How a site has set tsdeploy up. */
export type Setup = v.InferOutput<typeof setupShape>;
/** Who has a role. */
export type Role = v.InferOutput<typeof role>;

/** What holds where nothing is set up. */
export const defaultSetup: Setup = v.parse(setupShape, {});
