import type * as v from 'valibot';
import { didYouMean } from '../text/nearest.js';
import { setupShape } from './setup.js';
import { quietEntries } from './tickets.js';

type Issue = v.BaseIssue<unknown>;

/** Answers what is wrong with an entry, after the place where it stands. */
export function placed(issue: Issue): string {
  const path = (issue.path ?? []).map(({ key }) => key);
  return `${path.join(' › ') || 'the whole'}: ${reason(issue)}`;
}

function reason(issue: Issue): string {
  const last = issue.path?.at(-1);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = knownBeside(issue.path?.slice(0, -1).map(({ key }) => key) ?? []);
    return `there is no such entry.${didYouMean(String(last?.key ?? ''), known)} Possible: ${known.join(', ')}.`;
  }
  const quiet = quietEntries.includes(String(last?.key));
  if (issue.kind === 'schema')
    return quiet && issue.received !== 'undefined'
      ? `it has to be ${issue.expected}.`
      : `it is ${issue.received}, and has to be ${issue.expected}.`;
  return quiet || typeof issue.input === 'object' ? `it ${issue.message}.` : `${issue.received} ${issue.message}.`;
}

/** Answers the entries that can stand at a path. */
function knownBeside(path: readonly unknown[]): string[] {
  let at: unknown = setupShape;
  for (const key of path) at = typeof key === 'number' ? itemOf(at) : entriesOf(at)[String(key)];
  return Object.keys(entriesOf(at));
}

function itemOf(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return undefined;
  if ('item' in schema) return schema.item;
  return 'wrapped' in schema ? itemOf(schema.wrapped) : undefined;
}

function entriesOf(schema: unknown): Record<string, unknown> {
  if (typeof schema !== 'object' || schema === null) return {};
  if ('entries' in schema && typeof schema.entries === 'object') return { ...schema.entries };
  if ('options' in schema && Array.isArray(schema.options)) return Object.assign({}, ...schema.options.map(entriesOf));
  return 'wrapped' in schema ? entriesOf(schema.wrapped) : {};
}
