import type { Knowledge } from '../knowledge/knowledge.js';
import { pieces } from '../text/inline.js';
import type { Place } from '../text/sections.js';
import type { DocumentCheck, Finding } from './check.js';
import type { Documents } from './documents.js';

/** From this many words in a row on, a sentence counts as copied. */
const many = 10;

/** Whether the knowledge is written in its own words. */
export const ownWords: DocumentCheck = {
  name: 'own-words',
  description: 'no ten words in a row come from a document (labels, paths and commands apart)',
  check: (knowledge, documents) => {
    const written = texts(knowledge);
    const runs = runsOf(documents);
    const findings: Finding[] = [];
    for (const { place, name, text } of written) {
      const copied = copiedRun(wordsOf(text), runs);
      if (copied)
        findings.push({
          place,
          message: `${name} has words of a document in a row: "${copied}". Say it in other words.`,
        });
    }
    return { findings, looked: `${written.length} texts` };
  },
};

interface Word {
  readonly word: string;
  /** Whether it belongs to a label, a path or a command, which are no one's words. */
  readonly exact: boolean;
}

function texts({ facts, questions, words, cmdlets }: Knowledge): { place: Place; name: string; text: string }[] {
  return [
    ...facts.flatMap((fact) =>
      [fact.heading, fact.text, ...fact.steps].map((text) => ({ place: fact, name: fact.id, text })),
    ),
    ...questions.flatMap((question) =>
      [question.heading, question.help].map((text) => ({ place: question, name: question.word, text })),
    ),
    ...words.map((word) => ({ place: word, name: word.id, text: word.description })),
    ...[...cmdlets.list, ...cmdlets.variables.values()].map((place) => ({ place, name: place.name, text: place.text })),
  ];
}

/** Answers the words of a text, without marks. */
export const wordsOf = (markdown: string): Word[] =>
  pieces(markdown.trim()).flatMap(({ kind, text }) => split(text).map((word) => ({ word, exact: kind !== 'plain' })));

const split = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .match(/[\p{L}\p{N}]+(?:['.-][\p{L}\p{N}]+)*/gu) ?? [];

interface Runs {
  readonly passages: readonly (readonly string[])[];
  /** Ten words → where they stand. */
  readonly starts: ReadonlyMap<string, readonly (readonly [passage: number, at: number])[]>;
}

function runsOf(documents: Documents): Runs {
  const passages = [...documents.found.values()].flatMap((document) =>
    document.passages.map(({ text }) => split(text)),
  );
  const starts = new Map<string, (readonly [number, number])[]>();
  passages.forEach((words, passage) => {
    for (let at = 0; at + many <= words.length; at++) {
      const key = words.slice(at, at + many).join(' ');
      starts.set(key, [...(starts.get(key) ?? []), [passage, at]]);
    }
  });
  return { passages, starts };
}

/** Answers words that stand in a document in the same row, ten of them or more beside labels. */
function copiedRun(words: readonly Word[], { passages, starts }: Runs): string | null {
  for (let from = 0; from + many <= words.length; from++) {
    const key = words
      .slice(from, from + many)
      .map(({ word }) => word)
      .join(' ');
    for (const [passage, at] of starts.get(key) ?? []) {
      let length = many;
      while (words[from + length] && words[from + length]?.word === passages[passage]?.[at + length]) length++;
      const run = words.slice(from, from + length);
      if (run.filter(({ exact }) => !exact).length >= many) return run.map(({ word }) => word).join(' ');
    }
  }
  return null;
}
