import type { Input } from '../guide/reading.js';
import type { Finding } from '../guide/report-shape.js';
import type { Mend } from '../guide/settle.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { pieces } from '../text/inline.js';
import { unseen } from '../text/printable.js';

/** Longer texts of others are cut in a comment. */
const longest = 200;

/** Answers a text as one comment line, as YAML and PowerShell have them: nothing in it ends the line or opens a fence. */
export const remark = (text: string): string =>
  `# ${text.replace(unseen, ' ').replaceAll('```', "'''").replace(/ +/g, ' ').trim()}`;

/** Answers a text of others for a remark. */
export const shown = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Answers what a mend did and why, and where the like is to be done where the text itself can't be written. */
export function mendRemark({ word, from, to, fact, others }: Mend, origin?: Input): string {
  const also = others.length === 0 ? '' : ` Also possible: ${others.join(', ')}.`;
  const did = to === null ? `left out ${word.id}` : from === null ? `added ${word.id}` : `was ${shown(from)}`;
  const place = origin === undefined ? '' : placeOf(word, to, origin);
  return remark(`${did}: ${fact.heading}.${also}${place} (${fact.id})`);
}

/** Where a word is changed: a step with its variable, or a page of the console. */
function placeOf(word: Word, to: string | null, origin: Input): string {
  const types = origin === 'task-sequence' ? word.marks.steps.map(({ type }) => type) : [];
  const variables = [...word.marks.variables, ...(word.values.find(({ id }) => id === to)?.marks.variables ?? [])];
  const set = variables.map(({ name, how, text }) => (how === 'set' ? name : `${name} ${how} ${text}`));
  if (types.length > 0 && set.length > 0) return ` In the step (${types.join(' or ')}): ${set.join(', ')}.`;
  const console = [word.where, word.page].filter((part) => part !== '').join(' › ');
  return console === '' ? '' : ` Change it under ${console}.`;
}

const leads = { error: 'not fixed', warning: 'warning' } as const;

/** Answers what is left to be seen to; null for a note. */
export function leftRemark({ facts }: Knowledge, finding: Finding): string | null {
  if (finding.level === 'note') return null;
  const heading = facts.find(({ id }) => id === finding.fact)?.heading;
  // What a fault says names what is allowed itself.
  const allowed =
    heading === undefined || finding.expected.length === 0 ? '' : ` Allowed: ${finding.expected.join(', ')}.`;
  const fix = Object.entries(finding.fix ?? {}).map(([word, value]) => `${word}: ${value}`);
  const wayOut = fix.length === 0 ? '' : ` A way out: ${shown(fix.join(', '))}.`;
  const about = finding.word === null ? '' : `${finding.word}: `;
  const said = heading === undefined ? plain(finding.message) : `${heading}.`;
  return remark(`${leads[finding.level]}: ${about}${said}${allowed}${wayOut} (${finding.fact})`);
}

/** Answers whether a line is a remark on something left, of an earlier correction. */
export const isLeftRemark = ({ facts }: Knowledge, line: string): boolean => {
  const id = /^\s*# (?:not fixed|warning): .*\(([a-z0-9/-]{3,80})\)$/.exec(line)?.[1];
  return id !== undefined && (id.startsWith('input/') || facts.some((fact) => fact.id === id));
};

const plain = (markdown: string): string =>
  pieces(markdown)
    .map(({ kind, text }) => (kind === 'gap' ? ' ' : text))
    .join('');
