/** Every character that a terminal would obey, or not show. */
export const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Answers a text with every character written out that a terminal would obey rather than show. */
export const printable = (text: string): string =>
  text.replace(unseen, (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
