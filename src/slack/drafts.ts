import { randomBytes } from 'node:crypto';
import type { Answers } from '../guide/answers.js';
import type { ReplyPlace } from './reply.js';

/** A plan in the making: whose it is, what was answered, and which page is shown. */
export interface Draft {
  readonly id: string;
  readonly owner: string;
  readonly answers: Answers;
  /** The words of the pages gone through, for the way back. */
  readonly trail: readonly string[];
  /** The word that is being asked, or null where the answers are shown for a last look. */
  readonly asking: string | null;
  /** Counts the pages shown, so that a page acts once. */
  readonly revision: number;
  readonly place: ReplyPlace;
  readonly done: boolean;
}

/** The drafts that are kept: a bounded number, each for some time after it was last touched. */
export interface Drafts {
  start(owner: string, place: ReplyPlace, answers: Answers, asking: string | null): Draft;
  find(id: string): Draft | undefined;
  keep(draft: Draft): Draft;
}

/** How long an untouched draft is kept. */
export const draftHours = 8;
const mostDrafts = 2_000;

/** Answers an empty keep of drafts that goes by this clock. */
export function drafts(now: () => number, most = mostDrafts): Drafts {
  const kept = new Map<string, { draft: Draft; touched: number }>();
  const put = (draft: Draft): Draft => {
    kept.delete(draft.id);
    kept.set(draft.id, { draft, touched: now() });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return draft;
  };
  return {
    start: (owner, place, answers, asking) =>
      put({
        id: randomBytes(9).toString('base64url'),
        owner,
        place,
        answers,
        asking,
        trail: [],
        revision: 0,
        done: false,
      }),
    find(id) {
      const found = kept.get(id);
      if (!found) return undefined;
      if (now() - found.touched <= draftHours * 3_600_000) return found.draft;
      kept.delete(id);
      return undefined;
    },
    keep: put,
  };
}
