import type { Plan } from '../guide/plan-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { pieces } from '../text/inline.js';
import { wrap } from '../text/wrap.js';

const width = 100;
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Answers a text as a literal in which PowerShell reads nothing: to it, each of these quotes can end a literal. */
export const quote = (text: string): string => `'${text.replace(controls, ' ').replace(/['‘’‚‛]/g, '$&$&')}'`;

/** Answers a fact's Markdown as plain words. */
export const plain = (markdown: string): string =>
  pieces(markdown)
    .map(({ kind, text }) => (kind === 'gap' ? ' ' : text))
    .join('');

/** Answers a text as comment lines; the lead, such as `- `, stands before the first word alone. */
export const comment = (text: string, lead = '', indent = ''): string[] =>
  wrap(lead, text.replace(controls, ' '), width - indent.length).map((line) => `${indent}# ${line}`);

/** Answers a text as one comment line, however long it is: no word that a person wrote begins a line. */
export const remark = (text: string, indent = ''): string => `${indent}# ${text.replace(controls, ' ')}`;

/** Answers the command that makes this script again. */
export function command(plan: Plan, { words }: Knowledge): string {
  const set = words.flatMap(({ id }) => {
    const value = plan.unknown.includes(id) ? 'unknown' : plan.answers[id];
    if (value === undefined) return [];
    const pair = `${id}=${value}`;
    return [`--set ${/^[\w=.-]+$/.test(pair) ? pair : quote(pair)}`];
  });
  return ['tsdeploy plan --format powershell', ...set].join(' ');
}
