import type { Script } from '../config/powershell.js';
import type { Change } from './corrected.js';
import type { Edit } from './edits.js';
import type { Passing } from './powershell-passed.js';

/** Edits of a script that belong together, with what is to be said of them above their call. */
export interface Group {
  readonly passing: Passing;
  readonly edits: readonly Edit[];
  readonly remark: string;
  readonly change: Change;
}

/** A script with its calls as they are to be corrected. */
export interface Desk {
  readonly script: Script;
  readonly source: string;
  readonly passings: readonly Passing[];
}

/** Answers edits of which none is missing; else null. */
export const all = (edits: readonly (Edit | null)[]): Edit[] | null => {
  const sure = edits.filter((edit) => edit !== null);
  return sure.length === edits.length ? sure : null;
};
