import { type Block, type Item, trimmed, type Words } from './blocks.js';

/** Answers blocks as Jira's wiki markup. Items that can be ticked begin with ☐ or ☑, since it knows no boxes. */
export const wiki = (blocks: readonly Block[]): string => blocks.map((block) => blockText(block, '')).join('\n\n');

function blockText(block: Block, marks: string): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.level}. ${wordsText(block.words)}`;
    case 'paragraph':
      return wordsText(block.words).replace(/^(h[1-6]|bq)\./, '$1&#46;');
    case 'code':
      // Line by line: nothing inside a preformatted block could be escaped.
      return block.text
        .split('\n')
        .map((line) => (line.trim() === '' ? '' : wordsText([{ text: line.trim(), style: 'code', url: null }])))
        .join('\n');
    case 'list':
      return block.items.map((item) => itemText(item, `${marks}${block.first === null ? '*' : '#'}`)).join('\n');
  }
}

function itemText({ box, words, inside }: Item, marks: string): string {
  const lead = box === null ? '' : box === 'done' ? '☑ ' : '☐ ';
  return [
    `${marks} ${lead}${wordsText(words)}`,
    ...inside.map((block) =>
      // A block of its own would end the list.
      block.kind === 'list' ? blockText(block, marks) : `${marks}* ${blockText(block, '').replaceAll('\n', ' ')}`,
    ),
  ].join('\n');
}

const signs = { plain: ['', ''], strong: ['*', '*'], emphasis: ['_', '_'], code: ['{{', '}}'] } as const;
const wordly = /[\p{L}\p{N}]/u;

function wordsText(words: readonly Words[]): string {
  return words
    .map(({ text, style, url }, at) => {
      const shown = escapeWiki(text);
      if (url !== null) return `[${shown}|${escapeAddress(url)}]`;
      const [before, after] = signs[style];
      if (before === '' || text.trim() === '') return shown;
      const touches = wordly.test(words[at - 1]?.text.at(-1) ?? '') || wordly.test(words[at + 1]?.text.at(0) ?? '');
      const { left, inner, right } = trimmed(shown);
      // Beside a letter a sign is no mark-up, unless it stands in braces.
      return style === 'code' || !touches
        ? `${left}${before}${inner}${after}${right}`
        : `${left}{${before}}${inner}{${after}}${right}`;
    })
    .join('');
}

// A hyphen inside a word marks nothing, a colon only begins an emoticon, a number sign only a line.
const obeyed = /(?<![\p{L}\p{N}])[-+]|[-+](?![\p{L}\p{N}])|[\\&*_?^~{}[\]()!|]|[:;](?=[-()DPp|])|^#/gu;

/** Answers a text in which Jira finds no mark-up, mention, macro, picture or emoticon. */
const escapeWiki = (text: string): string =>
  // Two backslashes are a line break: no backslash escapes another one.
  text.replace(obeyed, (one) => (one === '&' ? '&amp;' : one === '\\' ? '&#92;' : `\\${one}`));

const escapeAddress = (url: string): string =>
  url.replace(/[|[\]{}\\^\s]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
