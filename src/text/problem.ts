import { printable } from './printable.js';
import type { Place } from './sections.js';

/** Something wrong in what a person wrote: where, what is wrong, what is allowed, what to do. */
export interface Problem extends Place {
  readonly message: string;
}

/** What can't be used, told to a person: one line a problem. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    const shown = lines.map(printable);
    super(shown.join('\n'));
    this.lines = shown;
  }
}

/** Answers a problem as one line: `file:line: message`. */
export const problemLine = (problem: Problem): string => `${problem.file}:${problem.line}: ${problem.message}`;
