import { Unusable } from '../text/problem.js';

/** Why the store can't do something. */
export type Why = 'full' | 'read-only' | 'held' | 'lost' | 'newer' | 'unreadable' | 'closed' | 'broken';

/** What the store couldn't do: why, and one line that tells a person what to do. */
export class StoreTrouble extends Unusable {
  readonly why: Why;
  constructor(why: Why, line: string) {
    super([line]);
    this.why = why;
  }
}

const causes: Readonly<Record<string, 'full' | 'read-only'>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

const unchanged = 'What was kept before is still there.';
const sentences = {
  full: (code: string) =>
    `the disk is full (${code}), so this wasn't kept. ${unchanged} Free some space, then do it again.`,
  'read-only': (code: string) =>
    `tsdeploy can't write here (${code}), so this wasn't kept. ${unchanged} Let its user write to the folder, or set TSDEPLOY_DATA to another one.`,
  broken: (code: string) =>
    `the disk doesn't do what it is asked to (${code}). ${unchanged} Look at the disk, then do it again.`,
};

/** Answers the code of a system error, else an empty text. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Answers what a system error means for a folder; any other error as it is. */
export function troubleOf(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === '') return error;
  const why = causes[code] ?? 'broken';
  return new StoreTrouble(why, `${folder}: ${sentences[why](code)}`);
}

/** Answers the refusal of an entry that a newer version wrote. */
export const newerTrouble = (folder: string, version: number): StoreTrouble =>
  new StoreTrouble(
    'newer',
    `${folder}: a newer tsdeploy wrote this (version ${version}). It stays as it is; update tsdeploy to read it.`,
  );

/** Answers the refusal of an entry whose file the system didn't let us read at the start. */
export const unreadableTrouble = (folder: string, code: string): StoreTrouble =>
  new StoreTrouble(
    'unreadable',
    `${folder}: this file can't be read (${code}). Let tsdeploy's user read it, then start tsdeploy again.`,
  );

/** Answers the refusal of a closed store. */
export const closedTrouble = (folder: string): StoreTrouble =>
  new StoreTrouble('closed', `${folder}: tsdeploy is ending and takes nothing more. Do it again once it runs.`);
