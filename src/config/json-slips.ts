import { isJson, jsonFlaw, stringEnd } from './json-text.js';

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
  const { at } = jsonFlaw(text);
  const comma = text.slice(0, at).trimEnd().length - 1;
  if (text[comma] === ',' && (text[at] === ']' || text[at] === '}'))
    return { at: comma, why: 'a comma stands before a closing bracket' };
  return { at, why: reasons[text[at] ?? ''] ?? 'something here is not as JSON has it' };
}

const reasons: Readonly<Record<string, string>> = {
  "'": 'a text stands in single quotes, and JSON takes double ones',
  '/': 'JSON takes no comments',
};

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
