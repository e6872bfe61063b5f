import { randomBytes } from 'node:crypto';

/** Writes a line for whoever runs the app. */
export type Log = (line: string) => void;

/** Answers the code of an error that Slack's API answered with, else an empty text. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('data' in error)) return '';
  const { data } = error;
  return typeof data === 'object' && data !== null && 'error' in data && typeof data.error === 'string'
    ? data.error
    : '';
}

/** Takes down a failure with its stack under a short reference, and answers the reference. */
export const failureNoter =
  (log: Log) =>
  (error: unknown, doing: string): string => {
    const reference = randomBytes(3).toString('hex').toUpperCase();
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log(`${reference}: failed while ${doing}: ${told}`);
    return reference;
  };
