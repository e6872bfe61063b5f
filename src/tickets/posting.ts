import * as v from 'valibot';
import { type Id, idFor } from '../store/id.js';
import type { Kind } from '../store/kind.js';

const moment = v.pipe(v.string(), v.isoTimestamp());
const comment = v.strictObject({ id: v.string(), link: v.string(), seal: v.string() });

const part = v.strictObject({
  /** The marker that its comment carries. */
  mark: v.string(),
  /** Exactly what is to be sent; null once it is confirmed. */
  body: v.nullable(v.string()),
  /** The same as a person reads it; null where the body is read as it is, and once it is confirmed. */
  text: v.nullable(v.string()),
  state: v.picklist(['planned', 'sending', 'confirmed', 'refused', 'unknown']),
  /** When it came into this state. */
  since: moment,
  /** How often it was sent. */
  tries: v.number(),
  /** The comment that carries it; before it is confirmed, the one that is to be edited. */
  comment: v.nullable(comment),
  /** What is posted instead where a person has edited that comment. */
  instead: v.nullable(v.strictObject({ mark: v.string(), body: v.string() })),
});

const shape = v.strictObject({
  system: v.string(),
  ticket: v.string(),
  checklist: v.string(),
  title: v.string(),
  owner: v.nullable(v.string()),
  /** Seals of what the plan says, and of what people did about it. */
  plan: v.string(),
  done: v.string(),
  revision: v.number(),
  state: v.picklist(['posting', 'posted', 'unsure', 'refused']),
  /** Why it is unsure or refused. */
  reason: v.nullable(v.string()),
  link: v.nullable(v.string()),
  parts: v.array(part),
  created: moment,
  changed: moment,
});

/** One comment of a posting, and how far it is. */
export type Part = v.InferOutput<typeof part>;
/** A checklist in a ticket: what was posted of it, or is about to be. */
export type Posting = v.InferOutput<typeof shape>;
/** What the index tells of a posting. */
export type PostingFact = 'system' | 'ticket' | 'checklist' | 'owner' | 'state' | 'title' | 'link';

/** Answers the kind of postings, which are kept so many days after their last change. */
export const postingKind = (days: number): Kind<Posting, PostingFact> => ({
  name: 'postings',
  version: 2,
  migrations: [withTexts],
  days,
  facts: {
    system: ({ system }) => system,
    ticket: ({ ticket }) => ticket,
    checklist: ({ checklist }) => checklist,
    owner: ({ owner }) => owner ?? '',
    state: ({ state }) => state,
    title: ({ title }) => title,
    link: ({ link }) => link ?? '',
  },
  read: (value) => {
    const read = v.safeParse(shape, value);
    return read.success ? { value: read.output } : { wrong: read.issues[0].message };
  },
});

/** The first version had no texts, and a seal of the ticks alone. */
function withTexts(value: unknown): unknown {
  const read = v.safeParse(v.looseObject({ ticks: v.string(), parts: v.array(v.looseObject({})) }), value);
  if (!read.success) return value;
  const { ticks: done, parts, ...rest } = read.output;
  return { ...rest, done, parts: parts.map((one) => ({ ...one, text: null })) };
}

/** Answers the id of a checklist's posting on a ticket: there is one. */
export const postingId = (system: string, ticket: string, checklist: string): Id =>
  idFor(JSON.stringify(['posting', system, ticket, checklist]));
