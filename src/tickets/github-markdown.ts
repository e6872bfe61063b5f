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
      .flatMap((block) => [...(block.kind === 'list' && (block.first ?? 1) === 1 ? [] : ['']), ...blockLines(block)])
      .map((line) => (line === '' ? '' : indent + line)),
  ];
}

const wordsText = (words: readonly Words[]): string =>
  words
    .map((part, at) => {
      // A bracket in the code of a link may end its text.
      const isCode = part.style === 'code' && (part.url === null || !part.text.includes(']'));
      const shown = isCode ? codeSpan(part.text) : styled(part, words[at - 1], words[at + 1]);
      // The ticks of two spans would be read as one sign.
      const apart = isCode && words[at - 1]?.style === 'code' ? '\u200b' : '';
      return part.url === null
        ? `${apart}${shown}`
        : `[${shown}](<${part.url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    })
    .join('');

const signs = { plain: '', code: '', strong: '**', emphasis: '*' } as const;

function styled({ text, style }: Words, before: Words | undefined, after: Words | undefined): string {
  const shown = escapeText(text);
  const { left, inner, right } = trimmed(shown);
  const sign = signs[style];
  if (sign === '' || inner === '') return shown;
  // Elsewhere a sign may not be read as one: then the words stand without it.
  const opens = left !== '' || /^$|[\s(]$/.test(edgeOf(before));
  const closes = right !== '' || /^$|^[\s.,:;)]/.test(edgeOf(after));
  return opens && closes ? `${left}${sign}${inner}${sign}${right}` : shown;
}

/** The text of a neighbour, as far as it begins and ends with its own characters. */
const edgeOf = (words: Words | undefined): string =>
  words === undefined ? '' : words.style === 'plain' && words.url === null ? words.text : 'sign';

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
