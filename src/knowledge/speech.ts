import { didYouMean } from '../text/nearest.js';
import { type Place, type Row, type Section, sections } from '../text/sections.js';
import { checkRows, parts, type Report, rowOf, rowsOf } from './rows.js';
import type { Word } from './vocabulary.js';
import { wordingsIn } from './wordings.js';

/** A term with other ways to write it. */
export interface Synonym extends Place {
  readonly term: string;
  readonly others: readonly string[];
}

/** What gives a value of a word away in a question: all of `all` stand in it, none of `none`. */
export interface Sign extends Place {
  readonly word: string;
  /** A value's id, or null for a number that the question states. */
  readonly value: string | null;
  readonly all: readonly string[];
  readonly none: readonly string[];
}

/** A topic that people ask about, with their ways to ask. */
export interface Topic extends Place {
  readonly heading: string;
  /** What is answered to it, where there is something to say. */
  readonly text: string;
  readonly asks: readonly string[];
  /** The word to ask for, where a question says too little; null for a topic that the documents don't cover. */
  readonly word: string | null;
}

/** How people ask. */
export interface Speech {
  readonly synonyms: readonly Synonym[];
  /** Words that say nothing of what a question is about. */
  readonly fillers: readonly string[];
  readonly signs: readonly Sign[];
  /** What names the previews as such. */
  readonly previews: readonly string[];
  /** What tells of something that doesn't work. */
  readonly troubles: readonly string[];
  /** Products whose releases look like those of the site. */
  readonly others: readonly string[];
  /** What in front of a release means the one before it. */
  readonly earlier: readonly string[];
  /** What in front of a release means the one after it. */
  readonly later: readonly string[];
  /** What turns a question round: with it, the same words have another answer. */
  readonly turning: readonly string[];
  /** What the documents don't cover. */
  readonly elsewhere: readonly Topic[];
  /** What can't be answered before a word is known. */
  readonly unclear: readonly Topic[];
}

/** The pages on how people ask, each as path and text. */
export type SpeechPages = Readonly<
  Record<'synonyms' | 'signs' | 'elsewhere' | 'unclear', readonly [path: string, text: string]>
>;

/** Answers what the pages say of how people ask; reports what can't be read, and unknown words and values. */
export function readSpeech(pages: SpeechPages, words: ReadonlyMap<string, Word>, report: Report): Speech {
  const [synonyms, signs] = [sections(...pages.synonyms), sections(...pages.signs)];
  return {
    synonyms: synonyms.flatMap(({ rows }) => rows.map((row) => readSynonym(row, report))),
    fillers: synonyms.flatMap(({ paragraphs, level }) => (level === 2 ? paragraphs : [])).flatMap(parts),
    signs: signs
      .flatMap(({ rows }) => rows)
      .flatMap((row) => (kinds.includes(row.name) ? [] : readSigns(row, words, report))),
    previews: kindOf(signs, 'previews'),
    troubles: kindOf(signs, 'troubles'),
    others: kindOf(signs, 'releases of others'),
    earlier: kindOf(signs, 'earlier releases'),
    later: kindOf(signs, 'later releases'),
    turning: kindOf(signs, 'turning words'),
    elsewhere: topics(pages.elsewhere, { asks: 'often' }, report),
    unclear: topics(pages.unclear, { asks: 'often', word: 'once' }, report).map((topic) => known(topic, words, report)),
  };
}

/** Rows of the page on signs that give no word its value. */
const kinds: readonly string[] = [
  'previews',
  'troubles',
  'releases of others',
  'earlier releases',
  'later releases',
  'turning words',
];

const kindOf = (page: readonly Section[], kind: string): string[] =>
  page.flatMap(({ rows }) => rowsOf(rows, kind)).flatMap(({ value }) => value.split(';').map((one) => one.trim()));

function readSynonym(row: Row, report: Report): Synonym {
  if (row.value === '') report(row, `"${row.name}" has no other ways to write it. Write: term: other, another.`);
  return { file: row.file, line: row.line, term: row.name, others: parts(row.value) };
}

function readSigns(row: Row, words: ReadonlyMap<string, Word>, report: Report): Sign[] {
  const word = words.get(row.name);
  if (!word) report(row, `unknown word "${row.name}".${didYouMean(row.name, words.keys())}`);
  return row.rows.flatMap(({ file, line, name, value }) => {
    const ids = word?.type === 'number' ? ['#'] : (word?.values.map(({ id }) => id) ?? []);
    if (word && !ids.includes(name))
      report({ file, line }, `${word.id} has no value "${name}".${didYouMean(name, ids)} Values: ${ids.join(', ')}.`);
    return value.split(';').map((way) => {
      const marked = way.trim().split(/\s+(?=[+-]\s)/);
      const bare = (one: string) => one.replace(/^[+-]\s+/, '').trim();
      return {
        file,
        line,
        word: row.name,
        value: name === '#' ? null : name,
        all: marked.filter((one) => !one.startsWith('-')).map(bare),
        none: marked.filter((one) => one.startsWith('-')).map(bare),
      };
    });
  });
}

function topics(
  [path, text]: readonly [path: string, text: string],
  allowed: Readonly<Record<string, 'once' | 'often'>>,
  report: Report,
): Topic[] {
  return sections(path, text).flatMap((section) => {
    if (section.level !== 2) return [];
    checkRows(section.rows, allowed, report);
    const asks = wordingsIn(section.rows).map(({ text }) => text);
    if (asks.length === 0) report(section, 'a topic needs ways to ask for it: "- asks: question".');
    const { file, line, heading, paragraphs, rows } = section;
    return [{ file, line, heading, text: paragraphs.join(' '), asks, word: rowOf(rows, 'word')?.value ?? null }];
  });
}

function known(topic: Topic, words: ReadonlyMap<string, Word>, report: Report): Topic {
  const asked = [...words.values()].filter(({ role }) => role === 'asked').map(({ id }) => id);
  if (topic.word === null || !asked.includes(topic.word))
    report(topic, `"${topic.word ?? ''}" is no word that is asked.${didYouMean(topic.word ?? '', asked)}`);
  return topic;
}
