import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { isNode, parseDocument } from 'yaml';
import { didYouMean } from '../text/nearest.js';
import { Unusable } from '../text/problem.js';
import { defaultSetup, type Setup, setupShape } from './setup.js';
import { quietEntries, ticketEntries } from './tickets.js';

/** Where the setup stands unless TSDEPLOY_CONFIG names another file. */
export const setupFile = 'tsdeploy.yml';

/** The variable that holds ticket systems besides those of the file: the same list, as JSON. */
const ticketsVariable = 'TSDEPLOY_TICKETS';

type Env = Readonly<Record<string, string | undefined>>;

/** Answers the setup that the environment names, or that stands in the folder. Throws Unusable with all that is wrong in it. */
export function readSetup(env: Env): Setup {
  const setup = fileSetup(env);
  const given = env[ticketsVariable]?.trim() ?? '';
  if (given === '') return setup;
  const read = v.safeParse(v.object({ tickets: ticketEntries }), { tickets: jsonList(given) });
  if (!read.success) throw new Unusable(read.issues.map((issue) => `${ticketsVariable}: ${placed(issue)}`));
  const names = new Set(setup.tickets.map(({ name }) => name));
  const twice = read.output.tickets.find(({ name }) => names.has(name));
  if (twice) throw new Unusable([`${ticketsVariable}: "${twice.name}" stands in the file of the setup too. Keep one.`]);
  return { ...setup, tickets: [...setup.tickets, ...read.output.tickets] };
}

function jsonList(text: string): unknown[] {
  try {
    const given: unknown = JSON.parse(text);
    if (Array.isArray(given)) return given;
  } catch {
    // Told below, without the text: it may hold what nobody should see.
  }
  throw new Unusable([`${ticketsVariable}: it is no list in JSON. Write it like tickets: of the setup, as JSON.`]);
}

function fileSetup(env: Env): Setup {
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
      return `${file}:${lineOf(path)}: ${placed(issue)}`;
    }),
  );
}

type Issue = v.BaseIssue<unknown>;

/** Answers what is wrong with an entry, after the place where it stands. */
function placed(issue: Issue): string {
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
