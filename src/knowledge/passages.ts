import { createHash } from 'node:crypto';
import MarkdownIt, { type Token } from 'markdown-it';

/** A passage of a document: one list item's own words, or one paragraph, under its heading. */
export interface Passage {
  readonly heading: string;
  /** First 12 hex digits of the SHA-256 of the folded, lower-case text. */
  readonly hash: string;
  readonly text: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** Bold labels and code spans of the passage, as written. */
  readonly labels: readonly string[];
}

const markdown = new MarkdownIt({ html: true });
const frontMatter = /^---\r?\n[\s\S]*?\r?\n---\r?\n/;

/** Answers the passages of a document's Markdown, in order. */
export function passages(source: string): Passage[] {
  const body = source.replace(/^\uFEFF/, '').replace(frontMatter, (cut) => '\n'.repeat(cut.split('\n').length - 1));
  const found: Passage[] = [];
  const items: { parts: Token[]; line: number }[] = [];
  const containers: ('item' | 'quote')[] = [];
  let heading = '';
  const add = (parts: readonly Token[], line: number) => {
    const text = fold(parts.map(words).join(' '));
    if (text !== '') found.push({ heading, hash: hash(text), text, line, labels: parts.flatMap(labels) });
  };
  const tokens = markdown.parse(body, {});
  tokens.forEach((token, at) => {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === 'list_item_open') {
      containers.push('item');
      items.push({ parts: [], line });
    } else if (token.type === 'list_item_close') {
      containers.pop();
      const item = items.pop();
      if (item) add(item.parts, item.line);
    } else if (token.type === 'blockquote_open') containers.push('quote');
    else if (token.type === 'blockquote_close') containers.pop();
    else if (token.type === 'inline') {
      const owner = tokens[at - 1]?.type;
      if (owner === 'heading_open') heading = fold(words(token), false);
      else if (containers.at(-1) === 'item') items.at(-1)?.parts.push(token);
      else add([token], line);
    }
  });
  return found.sort((a, b) => a.line - b.line);
}

/** Answers the hash of a passage's folded text. */
export function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 12);
}

function fold(text: string, lower = true): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return lower ? folded.toLowerCase() : folded;
}

function words(token: Token): string {
  const text = (token.children ?? [])
    .map((part) =>
      part.type === 'text' || part.type === 'code_inline'
        ? part.content
        : part.type === 'softbreak' || part.type === 'hardbreak'
          ? '\n'
          : '',
    )
    .join('');
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith(':::image'))
    .join('\n')
    .replace(/\[!(NOTE|WARNING|IMPORTANT|TIP|CAUTION)\]/g, '');
}

function labels(token: Token): string[] {
  const found: string[] = [];
  let bold: string | null = null;
  for (const part of token.children ?? []) {
    if (part.type === 'strong_open') bold = '';
    else if (part.type === 'strong_close') {
      if (bold) found.push(bold);
      bold = null;
    } else if (part.type === 'code_inline' && bold === null) found.push(part.content);
    else if (bold !== null) bold += part.content;
  }
  return found;
}
