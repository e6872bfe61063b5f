import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { Unusable } from '../text/problem.js';
import { placed } from './issues.js';
import { defaultSetup, type Setup } from './setup.js';
import { ticketEntries } from './tickets.js';

/** Where the setup stands unless TSDEPLOY_CONFIG names another file. */
export const setupFile = 'tsdeploy.yml';

/** The variable that holds ticket systems besides those of the file: the same list, as JSON. */
const ticketsVariable = 'TSDEPLOY_TICKETS';

type Env = Readonly<Record<string, string | undefined>>;

/** Answers the setup that the environment names, or that stands in the folder. Throws Unusable with all that is wrong in it. */
export async function readSetup(env: Env): Promise<Setup> {
  const setup = await fileSetup(env);
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

async function fileSetup(env: Env): Promise<Setup> {
  const named = env.TSDEPLOY_CONFIG?.trim() ?? '';
  const file = named === '' ? setupFile : named;
  if (named === '' && !existsSync(file)) return defaultSetup;
  try {
    const text = readFileSync(file, 'utf8');
    return (await import('./parse.js')).parseSetup(file, text);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Unusable([`${file}: can't be read (${why}). TSDEPLOY_CONFIG names the file of the setup.`]);
  }
}
