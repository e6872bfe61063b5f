import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import type { Knowledge } from '../knowledge/knowledge.js';

/** Answers a day on which some releases are out of support, one is soon, and some are in it: the clock can't fail a check. */
export function walkDay(knowledge: Knowledge): string {
  const ends = knowledge.version.values.flatMap(({ release }) => (release === null ? [] : [release.endOfSupport])).sort();
  const middle = ends[Math.floor(ends.length / 2)];
  return middle === undefined ? '2026-01-01' : formatISO(addDays(parseISO(middle), -30), { representation: 'date' });
}
