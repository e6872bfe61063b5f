import type { Fields } from './fields.js';
import type { DeskState } from './state.js';

/** What a method answers: `error`, or the fields beside `ok: true`. */
export type Reply =
  | { readonly error: string; readonly why?: readonly string[]; readonly needed?: string; readonly provided?: string }
  | { readonly fields: Fields };

/** A method of the Web API: the scope it takes, by what it is called with, and what it does. */
export interface Method {
  readonly scope: (args: Fields) => string | null;
  readonly run: (state: DeskState, args: Fields) => Reply;
}

/** Answers a method that takes always the same scope, or none. */
export const method = (scope: string | null, run: Method['run']): Method => ({ scope: () => scope, run });
