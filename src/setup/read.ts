import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { isNode, parseDocument } from 'yaml';
import { didYouMean } from '../text/nearest.js';
import { Unusable } from '../text/problem.js';
import { defaultSetup, type Setup, setupShape } from './setup.js';

/** Where the setup stands unless TSDEPLOY_CONFIG names another file. */
export const setupFile = 'tsdeploy.yml';

/** Answers the setup that the environment names, or that stands in the folder. Throws Unusable with all that is wrong in it. */
export function readSetup(env: Readonly<Record<string, string | undefined>>): Setup {
  const named = env.TSDEPLOY_CONFIG?.trim() ?? '';
  const file = named === '' ? setupFile : named;
  if (named === '' && !existsSync(file)) return defaultSetup;
  try {
    return parseSetup(file, readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Unusable([`${file}: can't be read (${why}). TSDEPLOY_CONFIG names the file of the setup.`]);
  }
}

/** Answers what a text sets up. Throws Unusable with one line for everything that is wrong in it. */
export function parseSetup(file: string, text: string): Setup {
  const document = parseDocument(text);
  if (document.errors.length > 0)
    throw new Unusable(document.errors.map(({ message }) => `${file}: ${message.split('\n')[0]}`));
  const given: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const read = v.safeParse(setupShape, given);
  if (read.success) return read.output;
  const lineOf = (path: readonly unknown[]) => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return text.slice(0, node.range[0]).split('\n').length;
    }
    return 1;
  };
  throw new Unusable(
    read.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => key);
      return `${file}:${lineOf(path)}: ${path.join(' › ') || 'the whole'}: ${reason(issue)}`;
    }),
  );
}

/** Answers in words what is wrong with an entry. */
function reason(issue: v.InferIssue<typeof setupShape>): string {
  const last = issue.path?.at(-1);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = knownBeside(issue.path?.slice(0, -1).map(({ key }) => key) ?? []);
    return `there is no such entry.${didYouMean(String(last?.key ?? ''), known)} Possible: ${known.join(', ')}.`;
  }
  if (issue.kind === 'schema') return `it is ${issue.received}, and has to be ${issue.expected}.`;
  return `${issue.received} ${issue.message}.`;
}

/** Answers the entries that can stand at a path. */
function knownBeside(path: readonly unknown[]): string[] {
  let at: unknown = setupShape;
  for (const key of path) at = entriesOf(at)?.[String(key)];
  return Object.keys(entriesOf(at) ?? {});
}

function entriesOf(schema: unknown): Record<string, unknown> | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  if ('entries' in schema && typeof schema.entries === 'object') return { ...schema.entries };
  return 'wrapped' in schema ? entriesOf(schema.wrapped) : undefined;
}
