import type { Knowledge } from '../knowledge/knowledge.js';
import { givable, type Word } from '../knowledge/vocabulary.js';
import { didYouMean } from '../text/nearest.js';
import { fold, readValue, unknown } from './value.js';

/** What a person stated, word → value id, text or list; `unknown` for an asked word that isn't known. */
export type Answers = ReadonlyMap<string, string | readonly string[]>;

/** What is wrong with one given pair. */
export interface AnswerProblem {
  readonly word: string;
  readonly message: string;
  /** Which of the pairs it is, counted from 0. */
  readonly at: number;
}

/** Answers the answers that pairs of word and value give, and what is wrong with the others. */
export function readAnswers(
  knowledge: Knowledge,
  pairs: Iterable<readonly [word: string, value: string]>,
): { answers: Answers; problems: readonly AnswerProblem[] } {
  const answers = new Map<string, string | readonly string[]>();
  const problems: AnswerProblem[] = [];
  let at = -1;
  for (const [name, text] of pairs) {
    at++;
    const word = wordNamed(knowledge, name);
    if (!word) {
      problems.push({ at, word: name, message: unknownWord(knowledge, name) });
      continue;
    }
    const read = readValue(word, text);
    const earlier = answers.get(word.id);
    if ('message' in read) problems.push({ at, word: word.id, message: `${word.id}: ${read.message}` });
    else if (earlier !== undefined && String(earlier) !== String(read.value))
      problems.push({
        at,
        word: word.id,
        message: `${word.id} is given twice: ${String(earlier)} and ${String(read.value)}. Keep one`,
      });
    else answers.set(word.id, read.value);
  }
  for (const word of knowledge.words)
    if (word.role !== 'asked' && answers.get(word.id) === unknown) answers.delete(word.id);
  return { answers, problems };
}

/** Answers the word that can be given by that id, label or alias. */
export function wordNamed(knowledge: Knowledge, name: string): Word | undefined {
  const exact = knowledge.wordById.get(name);
  if (exact && givable(exact)) return exact;
  const wanted = fold(name);
  return knowledge.words.find(
    (word) => givable(word) && [word.id, word.label, ...word.aliases].some((known) => fold(known) === wanted),
  );
}

function unknownWord(knowledge: Knowledge, name: string): string {
  const shown = JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
  const word = knowledge.wordById.get(name);
  if (word) return `${shown} is derived from other words and can't be given`;
  const ids = knowledge.words.filter(givable).map(({ id }) => id);
  const meant = didYouMean(name, ids);
  return `unknown word ${shown}.${meant === '' ? ` Words: ${ids.join(', ')}` : `${meant} All words stand in knowledge/vocabulary; see tsdeploy help`}`;
}

/** What a pasted command line begins with, and the options in it that state nothing. */
const commandWords: readonly string[] = ['npx', 'tsdeploy', '/tsdeploy', 'plan'];
const emptyOptions: readonly string[] = ['--set', '--no-input'];

const quotedTwice = '"(?<double>(?:[^"]|""){0,600})"';
const quotedOnce = String.raw`'(?<single>(?:[^']|'\\''){0,600})'(?=\s|$)`;
const wholeQuoted = String.raw`'(?<shell>(?:[^']|'\\''){1,900})'(?=\s|$)|"(?<console>(?:[^"]|""){1,900})"(?=\s|$)`;
const pathPiece = new RegExp(
  String.raw`(?:--set=)?(?:(?<word>[^\s="'][^\s="]{0,199})=(?:${quotedTwice}|${quotedOnce}|(?<plain>[^\s"]{0,600}))|${wholeQuoted})|\S{1,600}`,
  'g',
);

/**
 * Answers the pairs of a one-line path or of a command line with them: `word=value`, separated by spaces;
 * a value with spaces in double quotes, a quote in it twice, or in single quotes as a shell takes them.
 */
export function readPath(path: string): { pairs: [word: string, value: string][]; strays: string[] } {
  const pairs: [string, string][] = [];
  const strays: string[] = [];
  for (const { 0: piece, groups = {} } of path.matchAll(pathPiece)) {
    const { word, double, single, plain, shell, console } = groups;
    const whole = shell?.replaceAll(`'\\''`, "'") ?? console?.replaceAll('""', '"');
    const cut = whole?.indexOf('=') ?? -1;
    const first = pairs.length + strays.length === 0;
    if (whole !== undefined && cut > 0) pairs.push([whole.slice(0, cut), whole.slice(cut + 1)]);
    else if (word !== undefined)
      pairs.push([word, double?.replaceAll('""', '"') ?? single?.replaceAll(`'\\''`, "'") ?? plain ?? '']);
    else if (!emptyOptions.includes(piece) && !(first && commandWords.includes(piece))) strays.push(piece);
  }
  return { pairs, strays };
}

/** Answers what is wrong with a piece of a path that is no pair. */
export const strayMessage = (stray: string): string =>
  `"${stray.slice(0, 60)}" isn't word=value. Put a value with spaces in double quotes: comment="two words"`;

/** Answers the one line that replays the answers, in the order of the vocabulary. */
export function writePath(knowledge: Knowledge, answers: Answers): string {
  return knowledge.words
    .flatMap(({ id }) => {
      const value = answers.get(id);
      if (value === undefined) return [];
      const text = typeof value === 'string' ? value : value.join(',');
      return [/[\s"=]|^'/.test(text) ? `${id}="${text.replaceAll('"', '""')}"` : `${id}=${text}`];
    })
    .join(' ');
}
