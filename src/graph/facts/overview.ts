import type { Fact } from '../../knowledge/facts.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Word } from '../../knowledge/vocabulary.js';
import type { Chart, Edge, Node } from '../chart.js';

/** A page of facts or of words; a page of facts has a chart of that name. */
export interface Page<T> {
  readonly name: string;
  readonly title: string;
  readonly holds: readonly T[];
}

/** Nodes with the edges that lead to or from the pages of facts. */
interface Column {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** Answers the chart that shows documents, pages of facts, procedures, and pages of words. */
export function overview(knowledge: Knowledge, pages: readonly Page<Fact>[], words: readonly Page<Word>[]): Chart {
  const columns = [
    documentColumn(knowledge, pages),
    wordColumn(pages, words, 'when'),
    pageColumn(pages),
    wordColumn(pages, words, 'must'),
    procedureColumn(pages),
  ];
  return {
    name: 'knowledge',
    title: 'The knowledge: documents, facts, words, procedures',
    caption:
      'Left: documents, and dashed, the words that decide when facts hold. Middle: pages of facts. Right: the words they fix or limit, and procedures.',
    description: `${knowledge.documents.size} documents, ${pages.length} pages with ${knowledge.facts.length} facts, ${knowledge.words.length} words. Each page of facts has a chart of its own.`,
    direction: 'right',
    groups: [],
    nodes: columns.flatMap(({ nodes }) => nodes),
    edges: columns.flatMap(({ edges }) => edges),
  };
}

const pageId = (at: number) => `page${at + 1}`;

function pageColumn(pages: readonly Page<Fact>[]): Column {
  const nodes = pages.map(({ name, title, holds }, at): Node => {
    return { id: pageId(at), look: 'page', title, lines: [`${holds.length} facts: ${kindsOf(holds)}`, name] };
  });
  return { nodes, edges: [] };
}

function documentColumn(knowledge: Knowledge, pages: readonly Page<Fact>[]): Column {
  const documents = [...knowledge.documents.values()];
  const nodeId = (at: number) => `document${at + 1}`;
  return {
    nodes: documents.map(({ title, id }, at) => ({ id: nodeId(at), look: 'document', title, lines: [id] })),
    edges: documents.flatMap(({ id }, from) =>
      pages.flatMap(({ holds }, to): Edge[] =>
        holds.some(({ citations }) => citations.some(({ document }) => document === id))
          ? [{ from: nodeId(from), to: pageId(to), look: 'cites', label: '' }]
          : [],
      ),
    ),
  };
}

/** The words that facts name in that part of them, page by page of the vocabulary. */
function wordColumn(pages: readonly Page<Fact>[], words: readonly Page<Word>[], part: 'when' | 'must'): Column {
  const namedOn = pages.map(({ holds }) => new Set(holds.flatMap((fact) => fact[part].map(({ word }) => word))));
  const nodes: Node[] = [];
  const edges: Edge[] = [];
  for (const { title, holds } of words) {
    const named = holds.filter(({ id }) => namedOn.some((page) => page.has(id)));
    if (named.length === 0) continue;
    const id = `${part}${nodes.length + 1}`;
    nodes.push({
      id,
      look: part === 'when' ? 'condition' : 'word',
      title,
      lines: [named.map((word) => word.id).join(', ')],
    });
    for (const [at, page] of namedOn.entries()) {
      if (!named.some((word) => page.has(word.id))) continue;
      const [from, to] = part === 'when' ? [id, pageId(at)] : [pageId(at), id];
      edges.push({ from, to, look: part, label: '' });
    }
  }
  return { nodes, edges };
}

function procedureColumn(pages: readonly Page<Fact>[]): Column {
  const found = pages.flatMap(({ holds }, page) =>
    holds.filter(({ kind }) => kind === 'procedure').map((fact) => ({ fact, page })),
  );
  const nodeId = (at: number) => `procedure${at + 1}`;
  return {
    nodes: found.map(({ fact: { heading, steps } }, at) => {
      return { id: nodeId(at), look: 'procedure', title: heading, lines: [`procedure, ${steps.length} steps`] };
    }),
    edges: found.map(({ page }, at) => ({ from: pageId(page), to: nodeId(at), look: 'cites', label: '' })),
  };
}

function kindsOf(facts: readonly Fact[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of facts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`).join(', ');
}
