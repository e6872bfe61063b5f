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

/** Answers in one line what lies at the bottom of an error: its innermost cause, with its code. */
export function innermost(error: unknown): string {
  let last = error;
  for (let deeper = causeOf(last), left = 10; deeper !== undefined && left > 0; deeper = causeOf(last), left -= 1)
    last = deeper;
  if (!(last instanceof Error)) return oneLine(String(last));
  const code = 'code' in last && typeof last.code === 'string' ? last.code : '';
  if (last.message === '') return oneLine(code || last.name);
  return oneLine(code === '' || last.message.includes(code) ? last.message : `${code}: ${last.message}`);
}

function causeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  // An address with several numbers fails once for each.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors[0];
  return error.cause ?? ('original' in error ? error.original : undefined) ?? undefined;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 200);

/** Takes down a failure with its stack under a short reference, and answers the reference. */
export const failureNoter =
  (log: Log) =>
  (error: unknown, doing: string): string => {
    const reference = randomBytes(3).toString('hex').toUpperCase();
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log(`${reference}: failed while ${doing}: ${told}`);
    return reference;
  };
