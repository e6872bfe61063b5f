import type { types } from '@slack/bolt';
import * as block from './blocks.js';
import { limits } from './limits.js';
import { render, words } from './mrkdwn.js';
import { type Line, splitLine } from './split.js';

/** Answers lines as sections, one each, a long line as several; a line without text as none. */
export const sections = (lines: readonly Line[]): types.SectionBlock[] =>
  lines
    .flatMap((line) => splitLine(line, limits.section))
    .map((line) => render(line))
    .filter((text) => text.trim() !== '')
    .map((text) => block.section(text));

/** Answers lines put together, one under the other, as few lines that each fit a section. */
export function together(lines: readonly Line[]): Line[] {
  const groups: Line[] = [];
  let size = 0;
  for (const line of lines.flatMap((one) => splitLine(one, limits.section))) {
    const added = render(line).length + 1;
    const group = groups.at(-1);
    if (group && size + added <= limits.section) {
      groups[groups.length - 1] = [...group, words('\n'), ...line];
      size += added;
    } else {
      groups.push(line);
      size = added;
    }
  }
  return groups;
}
