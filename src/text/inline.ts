import MarkdownIt from 'markdown-it/browser';

/** A piece of a fact's text: plain words, an exact label, a path or command, or the gap between paragraphs. */
export interface Piece {
  readonly kind: 'plain' | 'strong' | 'code' | 'gap';
  readonly text: string;
}

const markdown = new MarkdownIt();

/** What may be mark-up: a text without it is one plain piece, and needn't be parsed. */
const markup = /[\\*_`[\]<&!\n]|^[\s#>+\-\d=~|:]/;

/** Answers the pieces of a Markdown text; mark-up that facts don't use stays plain words. */
export function pieces(text: string): Piece[] {
  if (text !== '' && !markup.test(text)) return [{ kind: 'plain', text: text.trimEnd() }];
  const found: Piece[] = [];
  let strong = false;
  for (const token of markdown.parse(text, {})) {
    if (token.type !== 'inline') continue;
    if (found.length > 0) found.push({ kind: 'gap', text: '' });
    for (const part of token.children ?? []) {
      if (part.type === 'strong_open' || part.type === 'strong_close') strong = part.type === 'strong_open';
      else if (part.type === 'code_inline') found.push({ kind: 'code', text: part.content });
      else if (part.type === 'softbreak' || part.type === 'hardbreak') found.push({ kind: 'plain', text: ' ' });
      else if (part.content !== '') found.push({ kind: strong ? 'strong' : 'plain', text: part.content });
    }
  }
  return found;
}

/** Answers a text in which Markdown finds no mark-up. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&').replace(/\s+/g, ' ');
