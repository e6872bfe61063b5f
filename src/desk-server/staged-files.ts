import { randomBytes } from 'node:crypto';
import type { PostedFile } from '../desk/files.js';

/** The largest file that the desk takes, in bytes. */
export const largestFile = 20 * 1024 * 1024;
const mostWaiting = 10;

/** Files that were brought to the page's composer and not yet sent: a few at a time. */
export interface StagedFiles {
  bring(file: PostedFile): string;
  /** Answers the files with these ids; they don't wait any longer. */
  take(ids: readonly string[]): PostedFile[];
}

/** Answers an empty place for files; the oldest makes room where too many wait. */
export function stagedFiles(): StagedFiles {
  const waiting = new Map<string, PostedFile>();
  return {
    bring(file) {
      const id = randomBytes(9).toString('base64url');
      waiting.set(id, file);
      const [oldest] = waiting.keys();
      if (waiting.size > mostWaiting && oldest !== undefined) waiting.delete(oldest);
      return id;
    },
    take: (ids) =>
      ids.flatMap((id) => {
        const file = waiting.get(id);
        waiting.delete(id);
        return file ? [file] : [];
      }),
  };
}
