import type { Block, Item, Words } from './blocks.js';

/** Answers blocks as plain text in which ServiceNow finds neither `[code]` nor a mention. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks.map((block) => blockLines(block).join('\n')).join('\n\n');

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'='.repeat(Math.max(1, 4 - block.level))} ${wordsText(block.words)}`];
    case 'paragraph':
      return [wordsText(block.words)];
    case 'code':
      return block.text.split('\n').map(disarm);
    case 'list':
      return block.items.flatMap((item, at) => itemLines(item, block.first === null ? '-' : `${block.first + at}.`));
  }
}

function itemLines({ box, words, inside }: Item, sign: string): string[] {
  const lead = box === null ? sign : box === 'done' ? '☑' : '☐';
  return [`${lead} ${wordsText(words)}`, ...inside.flatMap(blockLines).map((line) => `  ${line}`)];
}

const wordsText = (words: readonly Words[]): string =>
  // Put together first: a mark that is left out mustn't join what it kept apart.
  disarm(words.map(({ text, url }) => (url === null || url === text ? text : `${text} (${url})`)).join(''));

/** Answers a text with an invisible stop inside what would be obeyed. */
const disarm = (text: string): string => text.replace(/\[(?=\s*\/?\s*code\s*\])|@(?=[[\p{L}\p{N}_])/giu, '$&\u200b');
