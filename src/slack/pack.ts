import type { types } from '@slack/bolt';
import { context, header, section, sectionOf, sectionWith } from './blocks.js';
import { limits } from './limits.js';
import { bold, cut, type Mrkdwn, render, words } from './mrkdwn.js';
import { type Line, splitLine } from './split.js';

/** A line with something to press beside it, or in a row below it. */
export interface Row {
  readonly line: Line;
  readonly beside?: types.SectionBlock['accessory'];
  readonly below?: types.ActionsBlock | null;
}

/** A part of a long message: lines under a heading; a group of lines may have a heading of its own. */
export interface Part {
  readonly heading: string;
  readonly groups: readonly { readonly heading?: string; readonly lines: readonly (Line | Row)[] }[];
}

/** A message ready to send: its blocks, and the text for notifications and screen readers. */
export interface Message {
  readonly text: Mrkdwn;
  readonly blocks: types.KnownBlock[];
}

/** A piece that stays whole: text of a section, or a heading, which never stands last in a message. */
type Piece = { readonly part: string; readonly size: number } & (
  | { readonly heading: string }
  | {
      readonly text: Mrkdwn;
      readonly group: string;
      readonly opens: boolean;
      readonly tight: boolean;
      readonly beside?: Row['beside'];
      readonly below?: Row['below'];
    }
);

/**
 * Answers the parts as few messages, each within Slack's limits, under one title; the lead stands first, and room is
 * left for other blocks. Nothing is lost.
 */
export function pack(title: string, lead: readonly Line[], parts: readonly Part[], others = 0): Message[] {
  const letters = distribute([{ heading: '', groups: [{ lines: lead }] }, ...parts].flatMap(piecesOf), others);
  return letters.map((letter, at) => {
    const name = letters.length > 1 ? `${title} (${at + 1} of ${letters.length})` : title;
    const more = at < letters.length - 1 ? [context(words(`Goes on in part ${at + 2} of ${letters.length}.`))] : [];
    const top = at === 0 ? [header(name)] : [context(bold(name)), ...resumed(letter[0])];
    return { text: render([words(name)]), blocks: [...top, ...blocksOf(letter), ...more] };
  });
}

/** Names again what the first piece of a later message belongs to. */
function resumed(first: Piece | undefined): types.KnownBlock[] {
  if (!first || 'heading' in first) return [];
  const group =
    first.group === '' || first.opens ? [] : [sectionOf(bold(`${cut(first.group, limits.header)} (continued)`))];
  return [...(first.part === '' ? [] : [header(`${first.part} (continued)`)]), ...group];
}

function piecesOf({ heading, groups }: Part): Piece[] {
  const found: Piece[] = heading === '' ? [] : [{ part: heading, heading, size: heading.length }];
  for (const { heading: group = '', lines } of groups) {
    lines.map(rowOf).forEach(({ line: own, beside, below }, at) => {
      const line = group === '' || at > 0 ? own : [bold(group), words('\n'), ...own];
      const texts = splitLine(line, limits.section - 10)
        .map((piece) => render(piece))
        .filter((text) => text.trim() !== '');
      texts.forEach((text, which) => {
        found.push({
          ...(beside && which === 0 ? { beside } : {}),
          ...(below && which === texts.length - 1 ? { below } : {}),
          part: heading,
          group,
          text,
          size: text.length + 2 + (which === 0 ? textSize(beside) : 0) + textSize(below),
          opens: at === 0,
          tight: group !== '' && at > 0,
        });
      });
    });
  }
  return found;
}

const rowOf = (line: Line | Row): Row => ('line' in line ? line : { line });

/** Answers how many characters of text stand in what is pressed. */
function textSize(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [name, value]) => sum + (name === 'text' && typeof value === 'string' ? value.length : textSize(value)),
    0,
  );
}

/** What the title, a repeated heading and the small print of a message may take. */
const reserve = { size: 700, blocks: 5 };

function distribute(pieces: readonly Piece[], others: number): Piece[][] {
  const letters: Piece[][] = [];
  let letter: Piece[] = [];
  const fits = (more: readonly Piece[]) => {
    const all = [...letter, ...more];
    return (
      sizeOf(all) <= limits.messageText - reserve.size &&
      blocksOf(all).length <= limits.messageBlocks - reserve.blocks - others
    );
  };
  pieces.forEach((piece, at) => {
    const rest = 'heading' in piece ? pieces.slice(at).filter(({ part }) => part === piece.part) : [piece];
    const startsWhole =
      'heading' in piece &&
      sizeOf(letter) > limits.messageText / 2 &&
      !fits(rest) &&
      sizeOf(rest) < limits.messageText / 2;
    if (letter.length > 0 && (startsWhole || !fits([piece]))) {
      const held = letter.at(-1);
      const carried = held && 'heading' in held ? letter.splice(-1) : [];
      letters.push(letter);
      letter = carried;
    }
    letter.push(piece);
  });
  return letter.length > 0 ? [...letters, letter] : letters;
}

const sizeOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { size }) => sum + size, 0);

function blocksOf(pieces: readonly Piece[]): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  let open = '';
  const close = () => {
    // Joined from rendered texts by line breaks alone.
    if (open !== '') blocks.push(section(open as Mrkdwn));
    open = '';
  };
  for (const piece of pieces) {
    if ('heading' in piece) {
      close();
      blocks.push(header(piece.heading));
    } else if (piece.beside || piece.below) {
      close();
      blocks.push(piece.beside ? sectionWith(piece.text, piece.beside) : section(piece.text));
      if (piece.below) blocks.push(piece.below);
    } else if (open.length + piece.text.length + 2 > limits.section) {
      close();
      open = piece.text;
    } else open = open === '' ? piece.text : `${open}${piece.tight ? '\n' : '\n\n'}${piece.text}`;
  }
  close();
  return blocks;
}
