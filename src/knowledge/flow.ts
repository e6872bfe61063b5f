import type { Place, Section } from '../text/sections.js';
import { checkRows, type Report, textOf } from './rows.js';

/** A question of the flow: order, wording and help alone. */
export interface Question extends Place {
  readonly word: string;
  readonly heading: string;
  readonly help: string;
}

/** Answers the questions of the flow pages, in the order they are asked. */
export function readFlow(pages: readonly (readonly Section[])[], report: Report): Question[] {
  return pages.flat().flatMap((section) => {
    if (section.level !== 2) return [];
    checkRows(section.rows, { asks: 'once' }, report);
    const { file, line, heading } = section;
    return [{ file, line, heading, word: textOf(section.rows, 'asks'), help: section.paragraphs.join('\n\n') }];
  });
}
