import type { Unread } from '../guide/reading.js';

/** Answers the lines of a text that hold something, counted after `before` lines; fences of a message don't. */
export const strayLines = (text: string, before: number): Unread[] =>
  text.split('\n').flatMap((line, at) => {
    const held = line.trim();
    return held === '' || /^`{3,}\w*$/.test(held) ? [] : [{ line: before + at + 1, text: held }];
  });
