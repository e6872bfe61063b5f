import { type Block, plain, textOf, type Words } from './blocks.js';
import type { TicketDocument } from './document.js';

/** How a system writes blocks, its marker included, and how many characters one comment may have; null where there's no limit. */
export interface Paper {
  readonly write: (blocks: readonly Block[]) => string;
  readonly most: number | null;
}

/**
 * Answers a document as parts that each fit: cut between sections or items where possible, inside a text only where one
 * doesn't fit alone. `note` stands in the head of each part.
 */
export function partsOf(document: TicketDocument, { write, most }: Paper, note: string | null = null): Block[][] {
  const whole = [...headOf(document, note, null), ...document.blocks];
  if (most === null || write(whole).length <= most) return [whole];
  const empty = write([]).length;
  const sizeOf: Size = (blocks) => (blocks.length === 0 ? 0 : write(blocks).length - empty + separator * blocks.length);
  const head = headOf(document, note, [999, 999]);
  const room = most - empty - sizeOf(head);
  if (room < leastRoom) throw new Error(`a comment of ${most} characters has no room beside the title`);
  const pages = paged(document.blocks, room, sizeOf);
  return pages.map((blocks, at) => [...headOf(document, note, [at + 1, pages.length]), ...gathered(blocks)]);
}

/** More than any format puts between two blocks. */
const separator = 4;
const leastRoom = 300;

function headOf(
  { title, stamp }: TicketDocument,
  note: string | null,
  part: readonly [number, number] | null,
): Block[] {
  const stampWords = stamp === null ? [] : [plain(stamp, 'strong')];
  const partWords = part === null ? [] : [plain(`part ${part[0]} of ${part[1]}`)];
  const noteWords = note === null ? [] : [plain(note)];
  const lead = [...stampWords, ...partWords, ...noteWords].flatMap((words, at) =>
    at === 0 ? [words] : [plain(' · '), words],
  );
  return [
    ...(lead.length === 0 ? [] : [{ kind: 'paragraph' as const, words: lead }]),
    { kind: 'heading', level: 1, words: [plain(title)] },
  ];
}

type Size = (blocks: readonly Block[]) => number;

/** Fills pages one after the other; a page that begins inside a section repeats its heading. */
function paged(blocks: readonly Block[], room: number, sizeOf: Size): Block[][] {
  const pages: Block[][] = [];
  let left = 0;
  let section: Block[] = [];
  /** Headings that wait for what stands under them. */
  let waiting: Block[] = [];
  const put = (group: readonly Block[], size: number) => {
    pages.at(-1)?.push(...group);
    left -= size;
  };
  const place = (block: Block) => {
    const above = Math.max(sizeOf(waiting), sizeOf(section));
    for (const piece of pieces(block, room - above, sizeOf)) {
      const size = sizeOf([...waiting, piece]);
      if (size > left) {
        pages.push([]);
        left = room;
        if (waiting.length === 0) put(section, sizeOf(section));
      }
      put([...waiting, piece], size);
      waiting = [];
    }
  };
  for (const block of blocks.flatMap(units)) {
    if (block.kind !== 'heading') place(block);
    else if (sizeOf([...waiting, block, continued]) > room / 2) {
      // Headings that leave no room for what stands under them stand alone.
      const alone: Block[] = [...waiting, block];
      waiting = [];
      section = [];
      for (const one of alone) place(one);
    } else {
      waiting.push(block);
      section = [{ ...block, words: [...block.words, ...continued.words] }];
    }
  }
  for (const one of waiting.splice(0)) place(one);
  return pages;
}

const continued = { kind: 'paragraph' as const, words: [plain(' (continued)')] };

/** What stays together: a block, or one item of a list. */
const units = (block: Block): Block[] =>
  block.kind === 'list'
    ? block.items.map((item, at) => ({
        ...block,
        first: block.first === null ? null : block.first + at,
        items: [item],
      }))
    : [block];

/** Answers a unit as units that each fit. */
function pieces(block: Block, room: number, sizeOf: Size): Block[] {
  if (sizeOf([block]) <= room) return [block];
  return halves(block).flatMap((half) => (half === block ? [half] : pieces(half, room, sizeOf)));
}

/** Answers a block in pieces, the first of its kind; itself where there's nothing to cut. */
function halves(block: Block): Block[] {
  if (block.kind === 'code') {
    const [left, right] = cutText(block.text);
    return right === ''
      ? [block]
      : [
          { ...block, text: left },
          { ...block, text: right },
        ];
  }
  if (block.kind !== 'list') {
    const [left, right] = cutWords(block.words);
    return right.length === 0
      ? [block]
      : [
          { ...block, words: left },
          { kind: 'paragraph', words: right },
        ];
  }
  const [item] = block.items;
  if (!item) return [];
  if (item.inside.length > 0)
    return [{ ...block, items: [{ ...item, inside: [] }] }, ...item.inside.flatMap((one) => units(one))];
  const [left, right] = cutWords(item.words);
  if (right.length === 0) return [block];
  return [
    { ...block, items: [{ ...item, words: left }] },
    { kind: 'paragraph', words: [plain('… '), ...right] },
  ];
}

/** Answers words in two, at about the middle of their text. */
function cutWords(words: readonly Words[]): [Words[], Words[]] {
  let before = textOf(words).length / 2;
  for (const [at, one] of words.entries()) {
    if (one.text.length < before) {
      before -= one.text.length;
      continue;
    }
    const [left, right] = cutText(one.text, before);
    const styled = (text: string) => (text === '' ? [] : [{ ...one, text }]);
    return [
      [...words.slice(0, at), ...styled(left)],
      [...styled(right), ...words.slice(at + 1)],
    ];
  }
  return [[...words], []];
}

/** Answers a text in two near a place: behind a sentence or a word where one ends near it, else in a word. */
function cutText(text: string, near = text.length / 2): [string, string] {
  const head = text.slice(0, Math.max(1, Math.floor(near)));
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('\n')) + 1;
  const word = head.lastIndexOf(' ') + 1;
  const at = sentence > head.length / 2 ? sentence : word > head.length / 2 ? word : whole(text, head.length);
  return [text.slice(0, at), text.slice(at)];
}

/** A character of two units isn't cut. */
const whole = (text: string, at: number): number => (/[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at + 1 : at);

/** Answers neighbouring items of one list as one list again. */
function gathered(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (last?.kind === 'list' && block.kind === 'list' && follows(last, block))
      found[found.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else found.push(block);
  }
  return found;
}

const follows = (last: Block & { kind: 'list' }, next: Block & { kind: 'list' }): boolean =>
  last.first === null ? next.first === null : next.first === last.first + last.items.length;
