import * as v from 'valibot';

/** Entries whose value is never shown: they name a secret, or somebody may have written one into them. */
export const quietEntries: readonly string[] = ['password', 'token', 'secret', 'client-secret', 'url'];

/** The name of an environment variable: secrets don't stand in the file. */
const secret = v.pipe(
  v.string(),
  v.regex(
    /^\$[A-Za-z_][A-Za-z0-9_]{0,99}$/,
    'has to name the environment variable that holds it, such as $TICKET_TOKEN',
  ),
  v.transform((name) => name.slice(1)),
);

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Answers a check of an address; what is no address at all is told by the first check alone. */
const address = (fits: (url: URL) => boolean, otherwise: string) =>
  v.check((text: string) => !URL.canParse(text) || fits(new URL(text)), otherwise);

const url = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text), 'is no address, such as https://tickets.example.com'),
  address(
    ({ protocol, hostname }) => protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname)),
    'has to begin with https://, or the secret could be read on its way',
  ),
  address(
    ({ username, password, search, hash }) => `${username}${password}${search}${hash}` === '',
    'is the address alone, with no password, ? or # in it',
  ),
  v.transform((text) => text.replace(/\/+$/, '')),
);

/** What tickets of a system are called: letters, then # for the digits. */
const number = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9_.:/-]{0,40}#$/,
    'has to be the letters that a number begins with, then # for its digits, such as CHG#',
  ),
);

const seconds = (otherwise: number) => v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(600)), otherwise);

const common = {
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/, 'has to be lower-case letters, digits and hyphens')),
  numbers: v.union([
    v.pipe(
      number,
      v.transform((one) => [one]),
    ),
    v.array(number),
  ]),
  /** A file with the certificate of an authority of the site's own (PEM). */
  ca: v.optional(v.string()),
  /** Seconds after which a request is given up. */
  timeout: seconds(30),
  /** Seconds after an unclear end until it is looked whether a comment is there, and twice as many until the second look. */
  settle: seconds(30),
};

/** Whether customers of a service project see what is posted. */
const customers = v.optional(v.boolean(), false);

/** A system that holds tickets. */
export const ticketEntry = v.variant('system', [
  v.strictObject({ ...common, system: v.literal('servicenow'), url, user: v.string(), password: secret }),
  v.strictObject({
    ...common,
    system: v.literal('servicenow-oauth'),
    url,
    'client-id': v.string(),
    'client-secret': secret,
  }),
  v.strictObject({ ...common, system: v.literal('jira-cloud'), url, user: v.string(), token: secret, customers }),
  v.strictObject({ ...common, system: v.literal('jira-data-center'), url, token: secret, customers }),
  v.strictObject({ ...common, system: v.literal('request-tracker'), url, token: secret }),
  v.strictObject({
    ...common,
    system: v.literal('github'),
    url: v.optional(url, 'https://api.github.com'),
    repository: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/, 'has to be owner/name')),
    token: secret,
  }),
  v.strictObject({ ...common, system: v.literal('webhook'), url, secret }),
]);

/** A system that holds tickets, as it is set up; secrets are names of environment variables. */
export type TicketEntry = v.InferOutput<typeof ticketEntry>;

/** The systems, each with a name of its own. */
export const ticketEntries = v.pipe(
  v.array(ticketEntry),
  v.check(
    (entries) => new Set(entries.map(({ name }) => name)).size === entries.length,
    'has one name twice; each system needs its own',
  ),
);
