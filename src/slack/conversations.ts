import type { Answer } from '../answer/answer-shape.js';
import { type KeptConversation, withQuestion } from '../questions/kept-conversation.js';
import { type Id, idFor, idIn } from '../store/id.js';
import type { Entries } from '../store/port.js';
import type { Thread } from './answer-there.js';
import type { AnswerTo, Guide } from './guide.js';

/** A conversation as it stands after one of its questions. */
export interface Turn {
  readonly id: Id;
  readonly kept: KeptConversation;
  /** Which question it is, counted from 1. */
  readonly at: number;
  readonly answer: Answer;
}

/** What was asked in threads, and by people alone. What a promise answers is on the disk by then. */
export interface Conversations {
  /** Asks in a thread, going on from what was asked there, or for one person alone. */
  ask(user: string, there: Thread | null, question: string): Promise<Turn>;
  /** Answers a turn that a text names; null where it isn't kept any more, or the text names none. */
  find(mark: string): Promise<Turn | null>;
  /** Goes on with an option of the last question back; null where that was answered otherwise meanwhile. */
  choose(turn: Turn, option: number): Promise<Turn | null>;
  /** Takes down that a turn was answered wrong; answers whether for the first time. */
  markWrong(turn: Turn): Promise<boolean>;
  /** Lets a thread go on from a turn. */
  goOnIn(there: Thread, turn: Turn): Promise<Turn>;
}

/** Answers the mark of a turn, and of one of its options. */
export const turnMark = ({ id, at }: Pick<Turn, 'id' | 'at'>, option: number | '' = ''): string =>
  `${id}.${at}.${option}`;

/** Answers what a mark names; an option that it doesn't name is -1. */
export function readTurnMark(text: string): { id: Id | null; at: number; option: number } {
  const [, id = '', at = '0', option = ''] = /^([0-9a-f]{32})\.(\d{1,4})\.(\d{0,3})$/.exec(text) ?? [];
  return { id: idIn(id), at: Number(at), option: option === '' ? -1 : Number(option) };
}

/** Whether somebody may act on a turn: who began it, and in its thread everybody. */
export const mayGoOn = ({ kept }: Turn, user: string, seen: Thread | null): boolean =>
  kept.place === null
    ? kept.owner === user
    : kept.owner === user || (seen?.channel === kept.place.channel && seen.thread === kept.place.thread);

/** Answers the conversations among these entries. */
export function conversationsIn(
  entries: Entries<KeptConversation, never>,
  guide: Pick<Guide, 'answering' | 'optionsIn'>,
): Conversations {
  const threadId = ({ channel, thread }: Thread): Id => idFor(`${channel} ${thread}`);
  const optionsTo = (answerTo: AnswerTo) => (asked: readonly string[]) => guide.optionsIn(answerTo(asked));
  const turnOf = async (id: Id, kept: KeptConversation, at = kept.asked.length): Promise<Turn> => {
    const answerTo = await guide.answering();
    return { id, kept, at, answer: answerTo(kept.asked.slice(0, at)) };
  };
  const fresh = (owner: string, place: Thread | null): KeptConversation => ({
    owner,
    place: place && { channel: place.channel, thread: place.thread },
    asked: [],
    options: [],
    wrong: [],
  });
  return {
    async ask(user, there, question) {
      const options = optionsTo(await guide.answering());
      if (!there) {
        const kept = withQuestion(fresh(user, null), question, options);
        return turnOf(await entries.add(kept), kept);
      }
      const id = threadId(there);
      const kept = await entries.update(id, (before) => withQuestion(before ?? fresh(user, there), question, options));
      return turnOf(id, kept ?? fresh(user, there));
    },
    async find(mark) {
      const { id, at } = readTurnMark(mark);
      const kept = id === null ? undefined : await entries.get(id);
      return id !== null && kept && at > 0 && at <= kept.asked.length ? turnOf(id, kept, at) : null;
    },
    async choose({ id, at }, option) {
      const options = optionsTo(await guide.answering());
      let chosen = false;
      const kept = await entries.update(id, (before) => {
        const text = before && options(before.asked.slice(0, at))[option];
        if (!before || text === undefined) return before;
        // Chosen before, and perhaps never shown.
        chosen = before.asked[at] === text || before.asked.length === at;
        return before.asked.length === at ? withQuestion(before, text, options) : before;
      });
      return chosen && kept ? turnOf(id, kept, Math.min(at + 1, kept.asked.length)) : null;
    },
    async markWrong({ id, at }) {
      let first = false;
      await entries.update(id, (before) => {
        first = before !== undefined && !before.wrong.includes(at);
        return before && first ? { ...before, wrong: [...before.wrong, at] } : before;
      });
      return first;
    },
    async goOnIn(there, { kept, at }) {
      const id = threadId(there);
      const next = { ...fresh(kept.owner, there), asked: kept.asked.slice(0, at) };
      await entries.put(id, next);
      return turnOf(id, next);
    },
  };
}
