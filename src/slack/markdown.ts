import MarkdownIt from 'markdown-it';
import { type Run, words } from './mrkdwn.js';
import type { Line } from './split.js';

const markdown = new MarkdownIt('zero').enable(['emphasis', 'backticks', 'escape', 'newline']);

/** Answers the paragraphs of a Markdown text as runs. It knows paragraphs, bold, emphasis and code; all else is text. */
export function paragraphs(text: string): Line[] {
  return markdown.parse(text, {}).flatMap((token) => (token.type === 'inline' ? [runsOf(token.children ?? [])] : []));
}

/** Answers a Markdown text as one line. */
export const oneLine = (text: string): Line => paragraphs(text).flatMap((line, at) => (at === 0 ? line : [words(' '), ...line]));

interface InlineToken {
  readonly type: string;
  readonly content: string;
}

function runsOf(tokens: readonly InlineToken[]): Run[] {
  const runs: Run[] = [];
  const open: Run['style'][] = [];
  for (const token of tokens) {
    if (token.type === 'strong_open') open.push('bold');
    else if (token.type === 'em_open') open.push('italic');
    else if (token.type === 'strong_close' || token.type === 'em_close') open.pop();
    else {
      const text = token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content;
      const style = token.type === 'code_inline' ? 'code' : (open.at(-1) ?? 'plain');
      if (text !== '') runs.push({ text, style });
    }
  }
  return runs;
}
