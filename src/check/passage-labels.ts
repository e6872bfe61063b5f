import type { Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Passage } from '../knowledge/passages.js';
import type { DocumentCheck, Finding } from './check.js';
import { citedPassages, placeOf } from './citing.js';

/** Whether the labels, code, paths and numbers of a cited passage aren't lost on the way into a fact. */
export const passageLabels: DocumentCheck = {
  name: 'passage-labels',
  description:
    'every bold label, code span, path and number of a cited passage stands in a fact that cites it, or in the vocabulary',
  check: (knowledge, documents) => {
    const findings: Finding[] = [];
    const vocabulary = vocabularyText(knowledge);
    let looked = 0;
    for (const one of citedPassages(knowledge, documents)) {
      const [fact] = one.facts;
      if (!fact) continue;
      const texts = [...vocabulary, ...one.facts.map(factText)];
      const exact = exactParts(one.passage);
      looked += exact.length;
      const lost = exact.filter((part) => !texts.some((text) => holds(text, part)));
      if (lost.length > 0)
        findings.push({
          place: fact,
          message: `${fact.id} cites ${one.passage.hash} (${placeOf(one)}) and lacks ${lost.map((part) => `"${part}"`).join(', ')}. Add it to the text of a fact that cites the passage.`,
        });
    }
    return { findings, looked: `${looked} labels, paths and numbers` };
  },
};

const paths = /https?:\/\/\S+|(?:\b[a-z]:)?\\\S+|\b\S+\\\S+/gi;
const numbers = /\b\d+(?:\.\d+)*\b/g;

/** Answers what a passage says that must be kept letter for letter. */
export function exactParts({ labels, text }: Passage): string[] {
  const plain = (text.match(paths) ?? []).map((path) => path.replace(/[.,;:)]+$/, ''));
  return [...new Set([...labels, ...plain, ...(text.match(numbers) ?? [])].map(fold))].filter((part) => part !== '');
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/[:.]+$/, '')
    .trim();

/** A number isn't found inside a longer one, nor a label inside a longer word. */
function holds(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const before = /\w/.test(part[0] ?? '') ? text[at - 1] : undefined;
    const after = /\w/.test(part.at(-1) ?? '') ? text[at + part.length] : undefined;
    if (!/\w/.test(before ?? ' ') && !/\w/.test(after ?? ' ')) return true;
  }
  return false;
}

const factText = ({ heading, text, steps, when, must }: Fact): string =>
  fold(
    [heading, text, ...steps, ...when.map((row) => row.text), ...must.map((row) => row.text)]
      .join('\n')
      .replace(/[*`]/g, ''),
  );

function vocabularyText({ words }: Knowledge): string[] {
  return words
    .flatMap((word) => [
      word.label,
      word.where,
      word.description,
      ...word.aliases,
      ...word.values.flatMap(({ id, label, aliases }) => [id, label, ...aliases]),
    ])
    .map(fold);
}
