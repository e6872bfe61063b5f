/** What became of a request, as far as can be told. */
export type Told<T> =
  | { readonly done: T }
  /** The system has answered, and said no; `gone` where there is no such thing. */
  | { readonly refused: string; readonly gone?: true }
  /** The system asks to wait so many milliseconds; it has done nothing. */
  | { readonly later: number; readonly why: string }
  /** No byte of it has reached the system. */
  | { readonly unsent: string }
  /** It may have been carried out, or still be. */
  | { readonly unsure: string };

/** What became of a request that wasn't done. */
export type Undone = Exclude<Told<never>, { readonly done: never }>;

/** Answers why something wasn't done. */
export function whyOf(undone: Undone): string {
  if ('refused' in undone) return undone.refused;
  if ('later' in undone) return undone.why;
  return 'unsent' in undone ? undone.unsent : undone.unsure;
}

/** Answers what was asked for, or null where the system says that it isn't there. */
export const orGone = <T>(told: Told<T>): Told<T | null> => ('refused' in told && told.gone ? { done: null } : told);

/** Answers what becomes of what was done. */
export const mapTold = <T, R>(told: Told<T>, turn: (done: T) => R): Told<R> =>
  'done' in told ? { done: turn(told.done) } : told;
