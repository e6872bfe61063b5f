import type { Source } from '../knowledge/sources.js';
import type { Input, Unread } from './reading.js';

/** What is wrong, or to be known, at one place of a config. */
export interface Finding {
  /** The fact that says so, or the kind of fault in the text itself. */
  readonly fact: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly word: string | null;
  readonly label: string | null;
  /** Where it is changed: page of the console, and PowerShell parameter. */
  readonly where: string | null;
  readonly actual: string;
  readonly expected: readonly string[];
  readonly message: string;
  readonly fix: Readonly<Record<string, string>> | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly sources: readonly Source[];
}

/** A word that a fact needs and the config doesn't state. */
export interface Unstated {
  readonly word: string;
  readonly fact: string;
  readonly message: string;
}

/** What the facts say of one text. */
export interface Report {
  readonly name: string;
  readonly input: Input;
  readonly read: Readonly<Record<string, string>>;
  readonly unread: readonly Unread[];
  readonly findings: readonly Finding[];
  readonly unstated: readonly Unstated[];
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
    readonly unstated: number;
  };
}
