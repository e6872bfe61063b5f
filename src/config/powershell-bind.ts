import type { Missing, Passable, Signature } from '../knowledge/signature-shape.js';
import type { Argument } from './powershell-arguments.js';
import type { Value } from './powershell-value.js';

/** A parameter that a call passes; null where its value is left out. */
export interface Bound {
  readonly parameter: Passable;
  readonly value: Value | null;
  /** Where its name, or its value where it has no name, starts, and where its value ends. */
  readonly start: number;
  readonly end: number;
  /** Where its value starts; null where it doesn't stand by itself. */
  readonly from: number | null;
  /** Whether it is a key of a hashtable. */
  readonly inTable: boolean;
}

/** What can't be passed to a cmdlet. */
export type Misfit =
  | {
      readonly kind: 'unknown' | 'ambiguous';
      readonly name: string;
      readonly names: readonly string[];
      readonly missing: Missing | null;
      readonly value: Value | null;
      readonly start: number;
      readonly end: number;
      readonly from: number | null;
      readonly inTable: boolean;
    }
  | { readonly kind: 'bare'; readonly parameter: Passable; readonly start: number; readonly end: number }
  | { readonly kind: 'stray' | 'splat'; readonly start: number; readonly end: number };

/** What a call passes. */
export interface Binding {
  readonly bound: readonly Bound[];
  readonly misfits: readonly Misfit[];
  /** Whether it may pass more than can be told. */
  readonly open: boolean;
}

type Place = Pick<Bound, 'start' | 'end' | 'from' | 'inTable'>;

/** Answers what a call passes by the names, aliases and unambiguous beginnings of a cmdlet's parameters. */
export function bind(signature: Signature, pieces: readonly Argument[]): Binding {
  const bound: Bound[] = [];
  const misfits: Misfit[] = [];
  const free: Argument[] = [];
  let open = false;
  const pass = (name: string, value: Value | null, place: Place) => {
    const parameter = found(signature, name);
    if (parameter && 'name' in parameter) bound.push({ parameter, value, ...place });
    else {
      const missing = signature.missing.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null;
      const kind = parameter && !missing ? 'ambiguous' : 'unknown';
      misfits.push({ kind, name, names: parameter?.names ?? [], missing, value, ...place });
    }
  };
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) break;
    if (piece.kind === 'name') {
      const next = pieces[at + 1];
      const parameter = found(signature, piece.name);
      const takes = piece.colon || !(parameter && 'name' in parameter && parameter.type === 'Switch');
      const value = takes && next?.kind === 'value' ? next : null;
      if (value) at++;
      pass(piece.name, value?.value ?? null, {
        start: piece.start,
        end: value?.end ?? piece.end,
        from: value?.start ?? null,
        inTable: false,
      });
    } else if (piece.kind === 'splat') {
      if (piece.value.kind !== 'table') {
        misfits.push({ kind: 'splat', start: piece.start, end: piece.end });
        open = true;
        continue;
      }
      open ||= piece.value.open;
      for (const { key, value, start, end, from } of [...piece.value.entries.values(), ...piece.value.twice])
        pass(key, value, { start, end, from, inTable: true });
    } else free.push(piece);
  }
  for (let at = 0; at < free.length; at++) {
    const piece = free[at];
    if (piece?.kind !== 'value') continue;
    const { value, start, end } = piece;
    // A name without its hyphen is followed by its value.
    const parameter = value.kind === 'text' ? signature.parameters.get(value.text.toLowerCase()) : undefined;
    const place = positional(signature, value, bound);
    if (parameter) misfits.push({ kind: 'bare', parameter, start, end: free[++at]?.end ?? end });
    else if (place) bound.push({ parameter: place, value, start, end, from: start, inTable: false });
    else misfits.push({ kind: 'stray', start, end });
  }
  return { bound, misfits, open };
}

/** Answers the parameter of a name, or those that it may be short for. */
function found(signature: Signature, name: string): Passable | { readonly names: readonly string[] } | null {
  const wanted = name.toLowerCase();
  const exact = signature.parameters.get(wanted);
  if (exact || wanted === '') return exact ?? null;
  const candidates = new Set<Passable>();
  for (const [known, parameter] of signature.parameters) if (known.startsWith(wanted)) candidates.add(parameter);
  const [only] = candidates;
  if (only && candidates.size === 1) return only;
  return candidates.size === 0 ? null : { names: [...candidates].map((candidate) => candidate.name) };
}

/** The first value with no name goes to the first parameter that takes its kind. */
function positional({ first }: Signature, value: Value, bound: readonly Bound[]): Passable | undefined {
  if (first.some((parameter) => bound.some((one) => one.parameter === parameter))) return undefined;
  const object = value.kind === 'object' || value.kind === 'unknown';
  return first.find(({ type }) => (type === 'Object') === object);
}
