import type { Block, Item, Words } from './blocks.js';

/** Answers blocks as HTML without inputs: what can be ticked begins with ☐ or ☑. */
export const html = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('\n');

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${wordsHtml(block.words)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${wordsHtml(block.words)}</p>`;
    case 'code':
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case 'list': {
      const [open, close] = block.first === null ? ['<ul>', '</ul>'] : [`<ol start="${block.first}">`, '</ol>'];
      return `${open}${block.items.map(itemHtml).join('')}${close}`;
    }
  }
}

function itemHtml({ box, words, inside }: Item): string {
  const lead = box === null ? '' : box === 'done' ? '☑ ' : '☐ ';
  return `<li>${lead}${wordsHtml(words)}${inside.map(blockHtml).join('')}</li>`;
}

const tags = { plain: null, strong: 'strong', emphasis: 'em', code: 'code' } as const;

const wordsHtml = (words: readonly Words[]): string =>
  words
    .map(({ text, style, url }) => {
      const tag = tags[style];
      const shown = tag === null ? escapeHtml(text) : `<${tag}>${escapeHtml(text)}</${tag}>`;
      return url === null ? shown : `<a href="${escapeHtml(url)}">${shown}</a>`;
    })
    .join('');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Answers a text in which a browser finds no mark-up. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => entities[one] ?? one);
