import type { Walk } from './powershell-walk.js';

/** Answers where names of cmdlets stand like calls that weren't read: not in a text or a remark, nor named to another command. */
export function lostCalls(walk: Walk, code: string, cmdlet: RegExp): number[] {
  const lost: number[] = [];
  for (const { index } of code.matchAll(new RegExp(cmdlet.source, 'gi'))) {
    if (walk.seen[index] || walk.calls.has(index)) continue;
    const line = code.lastIndexOf('\n', index) + 1;
    const before = code.slice(Math.max(line, index - 200), index);
    if (!named.test(before)) lost.push(index);
  }
  return lost;
}

/** `Get-Help New-…`, `Mock New-…`, `-CommandName New-…`, `Get-Module,New-…` only name it. */
const named =
  /(?:\b(?:get-help|help|man|get-command|gcm|mock|should|describe|assert-\w{1,40}|update-help|show-command)\b.*|\s-\w{1,60}:?\s{0,8}|[,/\\.])$/i;

/** A call is no longer than this. */
const mostLines = 200;

/** Answers where a call that starts somewhere ends: with its lines and brackets. */
export function endOfCall(code: string, start: number): number {
  let open = 0;
  let at = start;
  for (let lines = 0; lines < mostLines; lines++) {
    const end = code.indexOf('\n', at);
    const line = code.slice(at, end < 0 ? undefined : end);
    for (const char of line) open += '({'.includes(char) ? 1 : ')}'.includes(char) ? -1 : 0;
    const next = end < 0 ? '' : code.slice(end + 1, end + 80);
    if (end < 0 || (open <= 0 && !/[`|,]\r?$/.test(line) && !/^[ \t]*-[A-Za-z]\w/.test(next))) return at + line.length;
    at = end + 1;
  }
  return at;
}
