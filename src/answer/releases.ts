import type { Knowledge } from '../knowledge/knowledge.js';
import { preview, type Value, type Word } from '../knowledge/vocabulary.js';
import type { Signs } from './signs.js';

/** Answers the releases that a question names: as 2309, CB 2309, v2309 or by build; not those of other products; also what looks like one. */
export function releasesIn(
  { version }: Knowledge,
  texts: readonly string[],
  counted: ReadonlySet<number>,
  previews: boolean,
  { others, earlier, later }: Signs,
): string[] {
  const marks = marksOf(version);
  const found = new Set<string>();
  texts.forEach((text, at) => {
    const [, mark = '', digits] = /^([a-z]{0,12})(\d{1,4})$/.exec(text) ?? [];
    if (digits === undefined || counted.has(at) || others.some((phrase) => endsWith(texts, at, phrase))) return;
    const place = version.values.findIndex(
      (one) => one.id === text || (marks.has(mark) && names(one, digits, previews)),
    );
    const before = earlier.some((phrase) => endsWith(texts, at, phrase));
    const after = later.some((phrase) => endsWith(texts, at, phrase));
    const [named, next] = [version.values[place], version.values[place + (before ? -1 : after ? 1 : 0)]];
    if (named) found.add((next && preview(next) === preview(named) ? next : named).id);
    else if (marks.has(mark) && month.test(digits)) found.add(digits);
  });
  return [...found];
}

/** What may stand before a release in one word: what its aliases begin with, as in CB2309, or a v. */
const marksOf = ({ aliases, values }: Word): ReadonlySet<string> =>
  new Set([
    '',
    'v',
    ...[...aliases, ...values.flatMap((value) => value.aliases)].map(
      (alias) => alias.toLowerCase().split(' ')[0] ?? '',
    ),
  ]);

/** Whether a phrase stands right before a place. */
const endsWith = (texts: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.length > 0 && phrase.every((part, next) => texts[at - phrase.length + next] === part);

/** How releases are called: two digits for the year, two for the month. */
const month = /^(?:1[5-9]|2\d)(?:0[1-9]|1[0-2])$/;

const names = (value: Value, digits: string, previews: boolean): boolean =>
  preview(value) ? previews && value.id.endsWith(digits) : value.id === digits || value.release?.build === digits;
