import type { Unread } from '../guide/reading.js';
import { clip } from './fault.js';

/** The lines of a text that weren't understood; beyond the first 500 they are counted. */
export interface Unreads {
  readonly add: (line: number, text: string) => void;
  readonly rows: () => readonly Unread[];
}

const most = 500;

/** Answers a list of unread lines with nothing in it. */
export function newUnreads(): Unreads {
  const rows: Unread[] = [];
  let beyond = 0;
  let last = 0;
  return {
    add: (line, text) => {
      if (rows.length < most) rows.push({ line, text: clip(text.trim(), 300) });
      else {
        if (beyond === 0) last = line;
        beyond++;
      }
    },
    rows: () => {
      const inOrder = [...rows].sort((a, b) => a.line - b.line);
      return beyond === 0 ? inOrder : [...inOrder, { line: last, text: `… and ${beyond} more from here on` }];
    },
  };
}
