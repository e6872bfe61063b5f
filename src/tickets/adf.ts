import type { Block, Item, Words } from './blocks.js';

/** A node of an Atlassian document. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Answers blocks as an Atlassian document (ADF), as JSON; items that can be ticked become native tasks. */
export function adf(blocks: readonly Block[]): string {
  let count = 0;
  // Unique in the document, the same each time it is written, and of one length, so that sizes add up.
  const localId = () => {
    count += 1;
    return `tsdeploy-${String(count).padStart(4, '0')}`;
  };
  return JSON.stringify({ version: 1, type: 'doc', content: blocks.flatMap((block) => nodesOf(block, localId)) });
}

function nodesOf(block: Block, localId: () => string): Node[] {
  switch (block.kind) {
    case 'heading':
      return [{ type: 'heading', attrs: { level: block.level }, content: block.words.map(textNode) }];
    case 'paragraph':
      return [{ type: 'paragraph', content: block.words.map(textNode) }];
    case 'code':
      return [{ type: 'codeBlock', content: block.text === '' ? [] : [{ type: 'text', text: block.text }] }];
    case 'list':
      return runs(block.items).map((items) => listNode(block.first, items, localId));
  }
}

function listNode(first: number | null, items: readonly Item[], localId: () => string): Node {
  if (items[0]?.box)
    return {
      type: 'taskList',
      attrs: { localId: localId() },
      content: items.map(({ box, words, inside }) => ({
        type: 'taskItem',
        attrs: { localId: localId(), state: box === 'done' ? 'DONE' : 'TODO' },
        // A task holds inline nodes only.
        content: [...words, ...flat(inside)].map(textNode),
      })),
    };
  return {
    type: first === null ? 'bulletList' : 'orderedList',
    ...(first === null ? {} : { attrs: { order: first } }),
    content: items.map(({ words, inside }) => ({
      type: 'listItem',
      content: [
        { type: 'paragraph', content: words.map(textNode) },
        ...inside.flatMap((block) =>
          nodesOf(block.kind === 'heading' ? { ...block, kind: 'paragraph' } : block, localId),
        ),
      ],
    })),
  };
}

/** Items that can be ticked, and others, in runs of one sort: each sort is a list of its own. */
function runs(items: readonly Item[]): Item[][] {
  const found: Item[][] = [];
  for (const item of items) {
    const last = found.at(-1);
    if (last && (last[0]?.box === null) === (item.box === null)) last.push(item);
    else found.push([item]);
  }
  return found;
}

const flat = (blocks: readonly Block[]): Words[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'code') return [{ text: ` ${block.text}`, style: 'plain', url: null }];
    const words =
      block.kind === 'list' ? block.items.flatMap((item) => [...item.words, ...flat(item.inside)]) : block.words;
    return [{ text: ' ', style: 'plain', url: null }, ...words];
  });

function textNode({ text, style, url }: Words): Node {
  const marks = [
    ...(style === 'plain' ? [] : [{ type: style === 'emphasis' ? 'em' : style }]),
    ...(url === null ? [] : [{ type: 'link', attrs: { href: url } }]),
  ];
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
}
