import { looksLikeJson } from './yaml.js';

/** A part of a text that is to be read on its own, with its place. */
export interface Block {
  readonly text: string;
  /** Where the text starts; `from` and `to` have its fences in them. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Answers the fenced blocks of a message; one that isn't closed reaches to the end. */
export function fencedBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (let from = text.indexOf('```'); from >= 0; ) {
    const at = from + 3 + infoLength(text, from + 3);
    const close = text.indexOf('```', at);
    const end = close < 0 ? text.length : close;
    blocks.push({ text: text.slice(at, end), at, from, to: close < 0 ? end : close + 3 });
    from = close < 0 ? -1 : text.indexOf('```', close + 3);
  }
  return blocks.filter((block) => block.text.trim() !== '');
}

/** The name of a language behind an opening fence, with its line break. */
const infoLength = (text: string, from: number): number =>
  /^[`\w+#.-]{0,20}[ \t]{0,20}\n/.exec(text.slice(from, from + 50))?.[0].length ?? 0;

/** Answers the JSON values that start a line of a text. */
export function jsonBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < text.length; ) {
    const from = start + (/^[ \t]{0,100}/.exec(text.slice(start, start + 100))?.[0].length ?? 0);
    if ('{['.includes(text[from] ?? ' ') && looksLikeJson(text.slice(from, from + 1000))) {
      const to = closing(text, from);
      blocks.push({ text: text.slice(from, to), at: from, from, to });
      start = to;
    }
    const next = text.indexOf('\n', start);
    start = next < 0 ? text.length : next + 1;
  }
  return blocks;
}

/** Where the bracket at `from` closes; the end of the text where it doesn't. */
function closing(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (quoted && character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth === 0 && !quoted) return at + 1;
  }
  return text.length;
}

/** Answers the text around blocks; every line and column keeps its place. */
export function around(text: string, blocks: readonly Block[]): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of blocks) {
    rest += text.slice(at, from) + text.slice(from, to).replace(/[^\n]/g, ' ');
    at = to;
  }
  return rest + text.slice(at);
}
