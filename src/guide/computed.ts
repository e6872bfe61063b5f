import { differenceInMinutes } from 'date-fns/differenceInMinutes';
import { parseISO } from 'date-fns/parseISO';
import type { Release } from '../knowledge/vocabulary.js';
import { dated } from './value.js';

/** What a computed word is computed from. */
export interface Given {
  /** The value given for a word, or undefined. */
  readonly value: (word: string) => string | readonly string[] | undefined;
  /** Whether the UTC box of a date word is known to be on. */
  readonly utc: (word: string) => boolean;
  /** The release of the site's version, or null. */
  readonly release: Release | null;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** A word given by a function: the words it reads, and what it answers (undefined = not known). */
export interface Computed {
  readonly reads: readonly string[];
  /** Words that it goes by where they are given; nothing waits for them. */
  readonly compares?: readonly string[];
  readonly compute: (given: Given) => string | undefined;
}

/** Local times differ by at most this many hours around the world, so nearer than this a local time can't be compared with UTC. */
const uncertainHours = 26;

/** The computed words, by id. */
export const computed: ReadonlyMap<string, Computed> = new Map<string, Computed>([
  ['today', { reads: [], compute: ({ today }) => today }],
  [
    'in-90-days',
    { reads: [], compute: ({ today }) => new Date(Date.parse(today) + 90 * 86_400_000).toISOString().slice(0, 10) },
  ],
  ['end-of-support', { reads: ['site-version'], compute: ({ release }) => release?.endOfSupport }],
  ['expiry-stated', { reads: [], compares: ['expires'], compute: ({ value }) => (value('expires') ? 'yes' : 'no') }],
  [
    'assignment-left-out',
    {
      reads: [],
      compares: ['purpose', 'assignment', 'make-available-to'],
      compute: ({ value }) =>
        value('purpose') === 'required' && elements(value('assignment')).includes('none') && !value('make-available-to')
          ? 'yes'
          : 'no',
    },
  ],
  [
    'schedule-stated',
    {
      reads: [],
      compares: ['available-from', 'expires', 'assignment'],
      compute: ({ value }) =>
        value('available-from') || value('expires') || elements(value('assignment')).some((one) => one !== 'none')
          ? 'yes'
          : 'no',
    },
  ],
  [
    'assignment-order',
    {
      reads: [],
      compares: ['assignment', 'available-from', 'available-utc'],
      compute: (given) => order(given, earliest(given), 'available-from', false, 'not-before'),
    },
  ],
  [
    'expiry-order',
    {
      reads: [],
      compares: ['expires', 'expires-utc', 'available-from', 'available-utc'],
      compute: (given) => order(given, time(given, 'expires'), 'available-from', true, 'after'),
    },
  ],
  [
    'deadline-order',
    {
      reads: [],
      compares: ['expires', 'expires-utc', 'assignment'],
      compute: (given) => deadlineOrder(given),
    },
  ],
]);

/** Both read as UTC, so that no clock change of this machine's own zone comes between. */
const hoursBetween = (later: string, earlier: string) =>
  differenceInMinutes(parseISO(`${later}Z`), parseISO(`${earlier}Z`)) / 60;

interface Moment {
  readonly at: string;
  readonly utc: boolean;
}

const elements = (value: string | readonly string[] | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []);

function time({ value, utc }: Given, word: string): Moment | undefined {
  const at = value(word);
  return typeof at === 'string' ? { at, utc: utc(word) } : undefined;
}

const assignments = ({ value }: Given): string[] => elements(value('assignment')).filter(dated).sort();

function earliest(given: Given): Moment | undefined {
  const [at] = assignments(given);
  return at === undefined ? undefined : { at, utc: false };
}

function order(given: Given, first: Moment | undefined, word: string, orSame: boolean, otherwise: string): string {
  const second = time(given, word);
  if (!first || !second) return 'unstated';
  const hours = hoursBetween(first.at, second.at);
  if (first.utc !== second.utc && Math.abs(hours) <= uncertainHours) return 'uncertain';
  return first.at < second.at || (orSame && first.at === second.at) ? 'before' : otherwise;
}

function deadlineOrder(given: Given): string {
  const last = assignments(given).at(-1);
  const expires = time(given, 'expires');
  if (last === undefined || !expires) return 'unstated';
  const hours = hoursBetween(expires.at, last);
  if (expires.utc && Math.abs(hours) <= uncertainHours) return 'uncertain';
  return expires.at <= last ? 'before' : 'after';
}
