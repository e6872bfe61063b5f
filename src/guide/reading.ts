/** One value that a text states for a word, with its place in the text. */
export interface Stated {
  readonly word: string;
  readonly value: string | readonly string[];
  /** What stands in the text. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Whether the reader concluded it, rather than read it. */
  readonly inferred?: true;
}

/** Something in a text that can't be a value, a word or a parameter. */
export interface Fault {
  /** What kind of fault it is, such as `input/unknown-value`. */
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly word: string | null;
  readonly actual: string;
  readonly expected: readonly string[];
  readonly message: string;
  readonly fix: Readonly<Record<string, string>> | null;
  readonly line: number;
  readonly column: number;
}

/** One call, object or config of a text: judged on its own. */
export interface Subject {
  readonly stated: readonly Stated[];
  readonly faults: readonly Fault[];
}

/** A part of a text that wasn't understood. */
export interface Unread {
  readonly line: number;
  readonly text: string;
}

export const inputs = ['config', 'powershell', 'deployment-output', 'task-sequence'] as const;
export type Input = (typeof inputs)[number];

/** A text that a fact is about wherever it is posted. */
export interface PostedText {
  readonly fact: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** What a text states, whatever its format. */
export interface Reading {
  readonly input: Input;
  readonly subjects: readonly Subject[];
  readonly unread: readonly Unread[];
  readonly posted?: readonly PostedText[];
}
