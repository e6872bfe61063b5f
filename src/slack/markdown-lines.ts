import MarkdownIt from 'markdown-it/browser';
import { bold, code, italic, link, type Run, words } from './mrkdwn.js';
import type { Line } from './split.js';

const markdown = new MarkdownIt();

/** Answers an answer's Markdown as lines, one a paragraph or list: labels, code and links in Slack's own marks, all else plain words. */
export function answerLines(text: string): Line[] {
  const lines: Run[][] = [];
  const lists: { ordered: boolean; next: number }[] = [];
  let item = '';
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      if (lists.length === 0) lines.push([]);
      lists.push({ ordered: token.type === 'ordered_list_open', next: Number(token.attrGet('start') ?? 1) });
    } else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') lists.pop();
    else if (token.type === 'list_item_open') {
      const list = lists.at(-1);
      item = `${'      '.repeat(lists.length - 1)}${list?.ordered ? `${list.next++}.` : '•'} `;
    } else if (token.type === 'inline') {
      const runs = runsOf(token.children ?? []);
      const open = lists.length > 0 ? lines.at(-1) : undefined;
      if (open) open.push(words(`${open.length === 0 ? '' : '\n'}${item}`), ...runs);
      else lines.push(runs);
      item = lists.length > 0 ? '      '.repeat(lists.length) : '';
    } else if (token.content !== '') lines.push([words(token.content)]);
  }
  return lines;
}

type Token = ReturnType<typeof markdown.parse>[number];

function runsOf(tokens: readonly Token[]): Run[] {
  let style: typeof words = words;
  let url: string | null = null;
  const runs: Run[] = [];
  for (const token of tokens) {
    const { type, content } = token;
    if (type === 'strong_open') style = bold;
    else if (type === 'em_open') style = italic;
    else if (type === 'strong_close' || type === 'em_close') style = words;
    else if (type === 'link_open') url = String(token.attrGet('href'));
    else if (type === 'link_close') url = null;
    else if (type === 'softbreak' || type === 'hardbreak') runs.push(words('\n'));
    else if (content !== '')
      runs.push(url !== null ? link(url, content) : type === 'code_inline' ? code(content) : style(content));
  }
  return runs;
}
