import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import type { Answers } from '../guide/answers.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** Two moments nearer than all time zones lie apart, and one far behind. */
const times = ['2026-03-02T08:00', '2026-03-02T12:00', '2026-03-20T08:00'] as const;

/** A moment like any other. */
export const [someTime] = times;

/** Answers all ways to give the dates and schedules that facts set, each box for UTC on or left. */
export function momentsToTry(knowledge: Knowledge): Answers[] {
  let ways: [string, string | string[]][][] = [[]];
  for (const { id, role, type, utc, values } of knowledge.words) {
    if (role !== 'set') continue;
    const box = knowledge.wordById.get(utc ?? '');
    const on = box?.values[0]?.id;
    const options: [string, string | string[]][][] = [[]];
    if (type === 'schedule')
      options.push(
        ...[...times, ...values.slice(1).map((value) => value.id)].map((one): [string, string[]][] => [[id, [one]]]),
      );
    if (type === 'date')
      for (const time of times)
        options.push(
          [[id, time]],
          ...(box && on
            ? [
                [
                  [id, time],
                  [box.id, on],
                ] satisfies [string, string][],
              ]
            : []),
        );
    if (options.length > 1) ways = ways.flatMap((way) => options.map((option) => [...way, ...option]));
  }
  return ways.map((way) => new Map(way));
}

/** How long before a release's end of support a day is taken. */
const shortlyBefore = -30;

/** Answers days before and after the end of support of each release. */
export function daysToTry(knowledge: Knowledge): string[] {
  return ends(knowledge).flatMap((end) => [day(end, shortlyBefore), day(end, 1)]);
}

/** Answers a day on which some releases are out of support, one is soon, others are in it: the clock can't fail a check. */
export function walkDay(knowledge: Knowledge): string {
  const all = ends(knowledge);
  const middle = all[Math.floor(all.length / 2)];
  return middle === undefined ? '2026-01-01' : day(middle, shortlyBefore);
}

const ends = ({ version }: Knowledge) =>
  version.values.flatMap(({ release }) => (release === null ? [] : [release.endOfSupport])).sort();
const day = (from: string, days: number) => formatISO(addDays(parseISO(from), days), { representation: 'date' });
