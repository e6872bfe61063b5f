import { createHash, randomBytes } from 'node:crypto';

declare const checked: unique symbol;

/** The id of an entry: 32 lower-case hex digits, so that it is a file name everywhere. */
export type Id = string & { readonly [checked]: true };

const pattern = /^[0-9a-f]{32}$/;

/** Answers the id that a text from outside is, or null where it can't be one. */
export const idIn = (text: string): Id | null => (isId(text) ? text : null);

/** Answers whether a text is an id. */
export const isId = (text: string): text is Id => pattern.test(text);

/** Answers a new id of 128 random bits, which nobody can guess. */
export const newId = (): Id => sure(randomBytes(16).toString('hex'));

/** Answers the id that always belongs to a key, for an entry there may be only one of: whoever knows the key can tell the id. */
export const idFor = (key: string): Id => sure(createHash('sha256').update(key).digest('hex').slice(0, 32));

function sure(text: string): Id {
  if (!isId(text)) throw new Error(`not an id: ${text}`);
  return text;
}
