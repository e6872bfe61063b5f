import type { Source } from '../knowledge/sources.js';

/** A fact that an answer rests on. */
export interface AnswerFact {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly Source[];
}

/** A question back, with its options as they would be buttons. */
export interface Clarify {
  readonly question: string;
  readonly options: readonly string[];
}

/** What is answered to a question; the text is Markdown of this shape only: paragraphs, lists, **labels**, `code`, links. */
export interface Answer {
  readonly status: 'answered' | 'clarify' | 'not-covered';
  readonly answer: string;
  /** The words that the question says, word → value. */
  readonly read: Readonly<Record<string, string>>;
  readonly facts: readonly AnswerFact[];
  readonly clarify: Clarify | null;
}
