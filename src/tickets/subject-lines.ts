import type { Tick } from '../plans/kept-plan.js';
import type { TickedItem } from '../plans/ticks.js';
import { escapeMarkdown } from '../text/inline.js';
import type { Block } from './blocks.js';
import type { Subject } from './document.js';

/** A longer title is cut: it stands at the head of every part. */
const mostTitle = 120;

/** Answers what stands at the head of each part. */
export const headOf = ({ gate, title }: Subject) => ({
  title: title.length <= mostTitle ? title : `${[...title.slice(0, mostTitle)].slice(0, -1).join('')}…`,
  stamp: gate.state === 'waiting' || gate.state === 'nameless' ? 'NOT ACKNOWLEDGED' : null,
});

/** Answers who acknowledged the risks, where there are any, as Markdown; each line is a paragraph. */
export function whoLines({ gate, nameOf }: Subject): string[] {
  if (gate.state === 'free') return [];
  const who =
    gate.state === 'acknowledged'
      ? gate.by.map(
          ({ by, at, collection }) =>
            `Acknowledged by ${escapeMarkdown(nameOf(by))}, ${minute(at)}, for the collection ${escapeMarkdown(collection)}.`,
        )
      : ['**Nobody has acknowledged the risks of this plan.** Have them acknowledged before it is carried out.'];
  return who.flatMap((line) => [line, '']);
}

const minute = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

/** Answers how far a checklist is. */
export const progressLine = (items: readonly TickedItem[]): string =>
  `Checklist: ${items.filter(({ tick }) => tick?.done).length} of ${items.length} done.`;

/** Answers an item as Markdown, with who ticked it. */
export function boxLine(text: string, tick: Tick | null, { nameOf }: Subject): string {
  if (!tick?.done) return `- [ ] ${text}`;
  return `- [x] ${text} *(${escapeMarkdown(nameOf(tick.by))}, ${minute(tick.at)})*`;
}

/** Answers the link back to the plan, where there is one. */
export const linkBlocks = ({ link }: Subject): Block[] =>
  link === null ? [] : [{ kind: 'paragraph', words: [{ text: 'This plan in tsdeploy', style: 'plain', url: link }] }];
