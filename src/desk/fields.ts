/** An object as it came off the wire: names known, values not. */
export type Fields = Readonly<Record<string, unknown>>;

/** Answers whether a value is an object with fields (no list, no null). */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers a value's fields, none where it isn't an object. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** Answers a value as text, empty where it isn't text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Answers a value's items, none where it isn't a list. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Answers what JSON text holds, or undefined where it isn't JSON. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Answers how many characters of text stand in all the parts of a payload. */
export function lengthOfTexts(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, item) => sum + lengthOfTexts(item), 0);
  return Object.entries(fieldsOf(part)).reduce(
    (sum, [name, value]) => sum + (name === 'text' && typeof value === 'string' ? value.length : lengthOfTexts(value)),
    0,
  );
}
