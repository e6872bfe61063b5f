import { formatISO } from 'date-fns/formatISO';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { Unusable } from '../text/problem.js';

/** Answers the date to judge on, YYYY-MM-DD: the option, TSDEPLOY_TODAY, or the clock's. Throws Unusable. */
export function todayOf(option: string | undefined, env: NodeJS.ProcessEnv): string {
  const given = option ?? (env.TSDEPLOY_TODAY || undefined);
  if (given === undefined) return formatISO(new Date(), { representation: 'date' });
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && isValid(parseISO(given))) return given;
  const name = option === undefined ? 'TSDEPLOY_TODAY' : '--today';
  throw new Unusable([`${name}: "${given.slice(0, 40)}" isn't a date. Write it as YYYY-MM-DD, such as 2026-11-20.`]);
}
