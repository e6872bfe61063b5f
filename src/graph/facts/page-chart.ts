import { rowWords } from '../../guide/wording.js';
import type { Condition, Fact } from '../../knowledge/facts.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Chart, Edge, Group, Node, NodeLook } from '../chart.js';
import { cellText, wordText } from './rows.js';
import { type Sharing, sharing } from './sharing.js';

/** How to read a chart of facts. */
const caption =
  'Left: headings of the documents, and dashed, when a fact holds. Middle: facts. Right: the words, with what they then have to be.';

/** Answers the chart of one page of facts: headings of documents, facts, words. */
export function pageChart(knowledge: Knowledge, name: string, title: string, facts: readonly Fact[]): Chart {
  const nodes = new Map<string, Node>();
  const idOf = (look: NodeLook, words: string, line: string): string => {
    const key = `${look} ${words} ${line}`;
    const node = nodes.get(key) ?? { id: `n${nodes.size + 1}`, look, title: words, lines: line === '' ? [] : [line] };
    nodes.set(key, node);
    return node.id;
  };
  const frames = sharing(facts);
  const branch = knowledge.version.values.find(({ id }) => id === facts[0]?.preview)?.label;
  const factId = (fact: Fact) => idOf(fact.kind, fact.heading, kindLine(fact));
  const edges = facts.flatMap((fact): Edge[] => {
    const frame = frames.find((one) => one.facts.includes(fact));
    const to = factId(fact);
    const cited = fact.citations.map((one) =>
      idOf('document', one.heading, knowledge.documents.get(one.document)?.title ?? one.document),
    );
    return [
      ...[...new Set(cited)].map((from): Edge => ({ from, to, look: 'cites', label: '' })),
      ...fact.when
        .filter((row) => !framed(row, frame))
        .map((row): Edge => {
          const from = idOf('condition', wordText(knowledge, row), cellText(knowledge, row));
          return { from, to, look: 'when', label: '' };
        }),
      ...fact.must.map((row): Edge => {
        const word = idOf('word', wordText(knowledge, row), row.word);
        return { from: to, to: word, look: 'must', label: cellText(knowledge, row) };
      }),
    ];
  });
  return {
    name,
    title,
    caption: branch ? `${caption} All facts hold under ${branch} alone.` : caption,
    description: `${facts.length} facts: ${facts.map(({ heading }) => heading).join('. ')}.`,
    direction: 'right',
    groups: frames.map((frame, at) => group(knowledge, frame, `frame${at + 1}`, factId)),
    nodes: [...nodes.values()],
    edges,
  };
}

const framed = (row: Condition, frame: Sharing | undefined) => frame?.word === row.word && frame.cell === row.text;

function group(
  knowledge: Knowledge,
  { word, cell, facts }: Sharing,
  id: string,
  factId: (fact: Fact) => string,
): Group {
  const row = facts[0]?.when.find((one) => one.word === word && one.text === cell);
  return { id, title: `when ${row ? rowWords(row, knowledge) : word}`, nodes: facts.map(factId) };
}

function kindLine({ kind, force, level, steps }: Fact): string {
  const parts = [level ? `${kind}: ${level}` : kind];
  if (force !== 'required') parts.push(force);
  if (steps.length > 0) parts.push(`${steps.length} steps`);
  return parts.join(', ');
}
