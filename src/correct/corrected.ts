import type { Finding, Report } from '../guide/report-shape.js';

/** One thing that a correction changed; null where nothing was written, or nothing is left. */
export interface Change {
  /** A word, or what else of the text it is: a parameter, a cmdlet. */
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The fact, or the kind of fault. */
  readonly fact: string;
}

/** A corrected text. */
export interface Corrected {
  /** Ends with a line break. */
  readonly text: string;
  readonly language: 'yaml' | 'powershell';
  /** Of a file that holds it, with its dot. */
  readonly extension: '.yaml' | '.ps1';
  readonly changes: readonly Change[];
  /** Errors and warnings that are left; each stands in a comment of the text. */
  readonly left: readonly Finding[];
  /** What the facts say of the corrected text. */
  readonly report: Report;
}
