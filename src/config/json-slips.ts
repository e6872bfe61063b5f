import { isJson, stringEnd } from './json-text.js';

/** What JSON doesn't take although YAML does, and where. */
export interface Slip {
  readonly at: number;
  readonly why: string;
}

/** JSON rather than YAML in brackets: its first name or text stands in double quotes, or a comment before it. */
const meantAsJson = /^\s*[[{]\s*(?:[[{]\s*)?(?:"|\/\/|\/\*)/;

/** Answers the first thing that keeps a text that is meant as JSON from being it, or null. */
export function jsonSlip(text: string): Slip | null {
  if (!meantAsJson.test(text) || isJson(text)) return null;
  for (let at = 0; at < text.length; at = text[at] === '"' ? stringEnd(text, at) : at + 1) {
    const why = whyNot(text, at);
    if (why !== null) return { at, why };
  }
  return { at: text.length, why: 'something in it is not as JSON has it' };
}

function whyNot(text: string, at: number): string | null {
  if (text[at] === "'") return 'a text stands in single quotes, and JSON takes double ones';
  if (text[at] === '/') return 'JSON takes no comments';
  if (text[at] === ',' && /^,\s{0,1000}[\]}]/.test(text.slice(at, at + 1002)))
    return 'a comma stands before a closing bracket';
  return null;
}

/** Answers a text with its comments blanked out; what stands elsewhere keeps its place. */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const pair = text.slice(at, at + 2);
    const end = pair === '//' ? text.indexOf('\n', at) : pair === '/*' ? behind(text, '*/', at) : null;
    if (end === null) at = text[at] === '"' ? stringEnd(text, at) : at + 1;
    else {
      const next = end < 0 ? text.length : end;
      kept.push(text.slice(from, at), text.slice(at, next).replace(/[^\n]/g, ' '));
      from = at = next;
    }
  }
  return kept.join('') + text.slice(from);
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from + mark.length);
  return at < 0 ? -1 : at + mark.length;
}
