/** A part of a text, from one offset to another, that is written anew. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Answers a text with its edits made; the same edit is made once, and of two that overlap the earlier one. */
export function edited(text: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let done = '';
  let at = 0;
  let last: Edit | null = null;
  for (const edit of inOrder) {
    if (edit.from < at || (last && last.from === edit.from && last.to === edit.to && last.text === edit.text)) continue;
    done += text.slice(at, edit.from) + edit.text;
    at = edit.to;
    last = edit;
  }
  return done + text.slice(at);
}

/** Answers the offset at which the line of an offset begins. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Answers the offset behind the last character of the line of an offset. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Answers the white space that the line of an offset begins with. */
export const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset), lineEnd(text, offset)))?.[0] ?? '';
