import { type Block, fencedBlocks } from '../config/fences.js';
import { looksLikePowershell } from '../config/powershell-signs.js';
import { remark } from './remarks.js';

/** Answers a message with fenced blocks as a script: its blocks of PowerShell, and all else as comments. */
export function scriptInMessage(text: string): string {
  const blocks = fencedBlocks(text);
  const code = blocks.filter((block) => looksLikePowershell(block.text));
  if (code.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text: script } of [...code, { from: text.length, to: text.length, text: '' }] satisfies Pick<
    Block,
    'from' | 'to' | 'text'
  >[]) {
    parts.push(...asRemarks(text.slice(at, from)), ...(script.trim() === '' ? [] : [script.replace(/\n+$/, '')]));
    at = to;
  }
  return `${parts.join('\n')}\n`;
}

const asRemarks = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' || /^`{3,}\w*$/.test(line.trim()) ? [] : [remark(line)]));
