import type { Fault, Stated, Unread } from '../guide/reading.js';
import type { Flag } from '../knowledge/marks.js';
import type { Value, Word } from '../knowledge/vocabulary.js';
import { clip } from './fault.js';
import type { Order } from './printed-date.js';
import type { Cell, Properties } from './printed-object.js';
import { readBits } from './printed-values.js';

/** What is read so far of one printed deployment. */
export interface Draft {
  readonly object: Properties;
  /** Whether lazy properties were printed: else empty ones prove nothing. */
  readonly complete: boolean;
  readonly order: Order;
  readonly stated: Map<string, Stated>;
  readonly faults: Fault[];
  readonly unread: Map<string, Unread>;
}

/** Answers a cell that holds something. */
export function filled(draft: Draft, name: string): Cell | undefined {
  const cell = draft.object.get(name.toLowerCase());
  return cell && (cell.text !== '' || cell.objects.length > 0) ? cell : undefined;
}

/** Notes the value of a word, where its cell stands. */
export function state(
  draft: Draft,
  word: Word,
  value: string | readonly string[],
  cell: Cell,
  inferred: boolean,
): void {
  const place = { text: clip(cell.text, 200), line: cell.line, column: cell.column };
  draft.stated.set(word.id, { word: word.id, value, ...place, ...(inferred ? { inferred: true } : {}) });
}

/** Notes what is printed but can't be used, once a property and reason. */
export function leave(draft: Draft, cell: Cell, why: string): void {
  const text = `${cell.name}: ${clip(cell.text.slice(0, 200).replace(/\s+/g, ' '))} (${why})`;
  draft.unread.set(`${cell.name}\n${why}`, { line: cell.line, text });
}

/** Answers what bits say, true or false; null where the object doesn't have them. */
export function truth(flag: Flag, draft: Draft): { readonly cell: Cell; readonly holds: boolean } | null {
  const cell = filled(draft, flag.property);
  if (!cell) return null;
  const bits = readBits(cell.text);
  if (bits === null) leave(draft, cell, 'not a number');
  return bits === null ? null : { cell, holds: ((bits & flag.bits) !== 0) !== flag.not };
}

/** Answers the values whose rows all hold. */
export function holding(word: Word, draft: Draft): { id: Value['id']; cell: Cell; inferred: boolean }[] {
  return word.values.flatMap(({ id, marks: { flags } }) => {
    const told = flags.map((flag) => truth(flag, draft));
    const cell = told[0]?.cell;
    return cell && told.every((one) => one?.holds) ? [{ id, cell, inferred: flags.some((flag) => flag.inferred) }] : [];
  });
}
