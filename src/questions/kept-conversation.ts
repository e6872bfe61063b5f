import * as v from 'valibot';
import type { Kind } from '../store/kind.js';
import { readShape } from '../store/read-shape.js';

/** The shape a conversation is kept in. Answers aren't kept: they follow from what was asked. */
const keptConversation = v.strictObject({
  /** Who began it. */
  owner: v.string(),
  /** The thread it goes on in, or null where only its owner sees it. */
  place: v.nullable(v.strictObject({ channel: v.string(), thread: v.string() })),
  /** What was asked, oldest first; an option that was chosen is one of them. */
  asked: v.array(v.string()),
  /** The options of the question back that waits for one, by which buttons name them; none where nothing waits. */
  options: v.array(v.string()),
  /** Which of the answers were said to be wrong, counted from 1. */
  wrong: v.array(v.number()),
});

/** What was asked in a thread, or by one person alone. */
export type KeptConversation = v.InferOutput<typeof keptConversation>;

/** Answers the kind of entry that conversations are. */
export const conversationKind = (days: number): Kind<KeptConversation, never> => ({
  name: 'conversations',
  version: 1,
  migrations: [],
  read: readShape(keptConversation),
  facts: {},
  days,
});

/** Longer questions are kept from their beginning and their end. */
const longest = 4_000;
/** A conversation that goes on longer begins anew. */
const mostAsked = 40;

/** Answers a conversation with one more question; `optionsTo` answers the options of what is asked back to all of it. */
export function withQuestion(
  kept: KeptConversation,
  question: string,
  optionsTo: (asked: readonly string[]) => readonly string[],
): KeptConversation {
  const short =
    question.length <= longest ? question : `${question.slice(0, longest / 2)} ${question.slice(-longest / 2)}`;
  const old = kept.asked.length < mostAsked;
  const asked = [...(old ? kept.asked : []), short];
  return { ...kept, asked, options: [...optionsTo(asked)], wrong: old ? kept.wrong : [] };
}
