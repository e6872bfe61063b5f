import { codeSpan } from '../formats/clean.js';
import { escapeMarkdown } from '../text/inline.js';
import { type Block, type Item, trimmed, type Words } from './blocks.js';

/** Answers blocks as Markdown with task lists, in which nothing notifies anybody, refers to another issue, or is a command. */
export const githubMarkdown = (blocks: readonly Block[]): string =>
  blocks.map((block) => blockLines(block).join('\n')).join('\n\n');

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${wordsText(block.words)}`];
    case 'paragraph':
      return [atStart(wordsText(block.words))];
    case 'code': {
      const longest = Math.max(2, ...[...block.text.matchAll(/`+/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      return [fence, ...block.text.split('\n'), fence];
    }
    case 'list':
      return block.items.flatMap((item, at) => itemLines(item, block.first === null ? '-' : `${block.first + at}.`));
  }
}

function itemLines({ box, words, inside }: Item, sign: string): string[] {
  const lead = box === null ? `${sign} ` : `${sign} [${box === 'done' ? 'x' : ' '}] `;
  const indent = ' '.repeat(sign.length + 1);
  const text = box === null ? atStart(wordsText(words)) : wordsText(words);
  return [
    `${lead}${text}`,
    ...inside
      .flatMap((block) => [...(block.kind === 'list' ? [] : ['']), ...blockLines(block)])
      .map((line) => (line === '' ? '' : indent + line)),
  ];
}

const wordsText = (words: readonly Words[]): string =>
  words
    .map((part, at) => {
      const shown = part.style === 'code' ? codeSpan(part.text) : styled(part, words[at - 1], words[at + 1]);
      return part.url === null ? shown : `[${shown}](<${part.url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    })
    .join('');

const signs = { plain: '', code: '', strong: '**', emphasis: '*' } as const;

function styled({ text, style }: Words, before: Words | undefined, after: Words | undefined): string {
  const shown = escapeText(text);
  const { left, inner, right } = trimmed(shown);
  const sign = signs[style];
  if (sign === '' || inner === '') return shown;
  // Beside a letter a sign may not be read as one: then the words stand without it.
  const touches =
    (left === '' && wordly.test(before?.text.at(-1) ?? '')) || (right === '' && wordly.test(after?.text.at(0) ?? ''));
  return touches ? shown : `${left}${sign}${inner}${sign}${right}`;
}

const wordly = /[\p{L}\p{N}]/u;

/** Answers a text without mark-up; an invisible stop keeps a name or number from being referred to. */
const escapeText = (text: string): string =>
  escapeMarkdown(text)
    .replaceAll('$', '\\$')
    .replace(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_-])/gu, '@\u200b')
    .replace(/(\\[#!&~]|\bGH-)(?=\p{N})/giu, '$1\u200b');

/** What would begin a list, a line, a heading underlined or a command where it stands first. */
const atStart = (text: string): string =>
  text.replace(/^(\s*\d+)([.)])|^(\s*)([-+=/])/, (whole, number, dot, space, sign) =>
    number === undefined ? `${space}\\${sign}` : `${number}\\${dot}${whole.slice(number.length + 1)}`,
  );
