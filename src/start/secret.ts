import { randomBytes } from 'node:crypto';

/** Answers a text that nobody can guess: 24 letters, digits, - and _. */
export const secret = (): string => randomBytes(18).toString('base64url');
