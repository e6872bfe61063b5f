import { tickedItems } from '../plans/ticks.js';
import { blocksOf } from './blocks.js';
import type { Subject, TicketDocument } from './document.js';
import { boxLine, headOf, linkBlocks, progressLine, whoLines } from './subject-lines.js';

/** Answers what is posted where a comment can't be edited: who acknowledged, how far the checklist is, who ticked what. */
export function progressDocument(subject: Subject): TicketDocument {
  const items = tickedItems(subject.plan, subject.ticks);
  const lines = items.map(({ item, tick }) => boxLine(item.text.replaceAll(/\s*\n\s*/g, ' '), tick, subject));
  return {
    ...headOf(subject),
    blocks: [
      ...blocksOf(
        [
          ...(subject.gate.state === 'acknowledged' ? whoLines(subject) : []),
          `**${progressLine(items)}**`,
          '',
          ...lines,
        ].join('\n'),
      ),
      ...linkBlocks(subject),
    ],
  };
}
