import MarkdownIt, { type Token } from 'markdown-it/browser';
import { clean } from '../formats/clean.js';

/** A stretch of text in one style; its text is raw, and escaped where a system's format is written. */
export interface Words {
  readonly text: string;
  readonly style: 'plain' | 'strong' | 'emphasis' | 'code';
  readonly url: string | null;
}

/** An item of a list. `box` is null where it can't be ticked. */
export interface Item {
  readonly box: 'todo' | 'done' | null;
  readonly words: readonly Words[];
  readonly inside: readonly Block[];
}

/** A block of a document. `first` is the number of a list's first item, null where it isn't numbered. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly words: readonly Words[] }
  | { readonly kind: 'paragraph'; readonly words: readonly Words[] }
  | { readonly kind: 'list'; readonly first: number | null; readonly items: readonly Item[] }
  | { readonly kind: 'code'; readonly text: string };

const markdown = new MarkdownIt();

/** Answers the blocks of a Markdown text, without the characters that a reader wouldn't see. */
export const blocksOf = (text: string): Block[] => read(markdown.parse(text, {}), 0).blocks;

/** Answers words of plain text. */
export const plain = (text: string, style: Words['style'] = 'plain'): Words => ({ text, style, url: null });

/** Answers the text of words without their styles. */
export const textOf = (words: readonly Words[]): string => words.map(({ text }) => text).join('');

/** Reads blocks up to the end of the one that holds them; answers where it stopped. */
function read(tokens: readonly Token[], from: number): { readonly blocks: Block[]; readonly next: number } {
  const blocks: Block[] = [];
  let at = from;
  for (let token = tokens[at]; token && token.nesting !== -1; token = tokens[at]) {
    const { type, tag } = token;
    if (type === 'heading_open') {
      blocks.push({ kind: 'heading', level: Number(tag.slice(1)), words: wordsOf(tokens[at + 1]) });
      at += 3;
    } else if (type === 'paragraph_open') {
      blocks.push({ kind: 'paragraph', words: wordsOf(tokens[at + 1]) });
      at += 3;
    } else if (type === 'bullet_list_open' || type === 'ordered_list_open') {
      const { items, next } = readItems(tokens, at + 1);
      const first = type === 'bullet_list_open' ? null : Number(token.attrGet('start') ?? 1);
      blocks.push({ kind: 'list', first, items });
      at = next + 1;
    } else if (type === 'fence' || type === 'code_block') {
      blocks.push({ kind: 'code', text: token.content.split('\n').map(clean).join('\n').trimEnd() });
      at += 1;
    } else if (token.nesting === 1) {
      const { blocks: inner, next } = read(tokens, at + 1);
      blocks.push(...inner);
      at = next + 1;
    } else at += 1;
  }
  return { blocks, next: at };
}

function readItems(tokens: readonly Token[], from: number): { readonly items: Item[]; readonly next: number } {
  const items: Item[] = [];
  let at = from;
  while (tokens[at]?.type === 'list_item_open') {
    const { blocks, next } = read(tokens, at + 1);
    // As written, so that an escaped bracket isn't the start of a box.
    items.push(itemOf(blocks, tokens[at + 2]?.content ?? ''));
    at = next + 1;
  }
  return { items, next: at };
}

function itemOf(blocks: readonly Block[], written: string): Item {
  const [first, ...inside] = blocks;
  if (first?.kind !== 'paragraph') return { box: null, words: [], inside: blocks };
  const box = /^\[([ x])\] /.exec(written);
  const [lead, ...words] = first.words;
  if (!box || !lead) return { box: null, words: first.words, inside };
  const rest = joined([{ ...lead, text: lead.text.slice(box[0].length) }, ...words]);
  return { box: box[1] === 'x' ? 'done' : 'todo', words: rest, inside };
}

function wordsOf(token: Token | undefined): Words[] {
  const words: Words[] = [];
  const open: Words['style'][] = [];
  let url: string | null = null;
  for (const part of token?.children ?? []) {
    const { type, content, nesting } = part;
    if (type === 'link_open') url = webAddress(part.attrGet('href'));
    else if (type === 'link_close') url = null;
    else if (type === 'softbreak' || type === 'hardbreak') words.push(plain(' '));
    else if (type === 'code_inline') words.push({ text: clean(content), style: 'code', url });
    else if (nesting === 1) open.push(styles.get(type) ?? open.at(-1) ?? 'plain');
    else if (nesting === -1) open.pop();
    else words.push({ text: clean(content), style: open.at(-1) ?? 'plain', url });
  }
  return joined(words);
}

const styles: ReadonlyMap<string, Words['style']> = new Map([
  ['strong_open', 'strong'],
  ['em_open', 'emphasis'],
]);

const webAddress = (href: unknown): string | null =>
  typeof href === 'string' && /^https?:\/\//.test(href) ? href : null;

/** Answers a text as the white space before it, what stands between, and the white space after. */
export function trimmed(text: string): { readonly left: string; readonly inner: string; readonly right: string } {
  const inner = text.trim();
  const start = inner === '' ? text.length : text.indexOf(inner);
  return { left: text.slice(0, start), inner, right: text.slice(start + inner.length) };
}

/** Answers words with neighbours of one style put together, and without empty ones. */
export function joined(words: readonly Words[]): Words[] {
  const found: Words[] = [];
  for (const one of words) {
    const last = found.at(-1);
    if (last && last.style === one.style && last.url === one.url && one.style !== 'code')
      found[found.length - 1] = { ...last, text: last.text + one.text };
    else if (one.text !== '') found.push(one);
  }
  return found;
}
