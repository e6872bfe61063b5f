/** An object as Slack sends it: names known, values not. */
export type Fields = Readonly<Record<string, unknown>>;

/** Answers a value's fields, none where it isn't an object. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** Answers a value as text, empty where it isn't text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Answers a value's items, none where it isn't a list. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
