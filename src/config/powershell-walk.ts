import type { Signature } from '../knowledge/signature-shape.js';
import { type Argument, argumentsOf } from './powershell-arguments.js';
import { evaluate } from './powershell-evaluate.js';
import type { Node } from './powershell-grammar.js';
import { codeOf, type Scope, variableName } from './powershell-scope.js';
import { type Table, unknownValue, type Value } from './powershell-value.js';
import type { Variables } from './powershell-variables.js';

/** A call of a cmdlet that a script makes. */
export interface Call {
  /** As written. */
  readonly name: string;
  readonly signature: Signature;
  /** Where its name starts, and where the call ends. */
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Argument[];
  /** What comes through the pipeline, or null where nothing does. */
  readonly piped: Value | null;
  /** Where the call isn't well-formed, or null. */
  readonly brokenAt: number | null;
}

/** What a reader of statements has at hand while a script is read from top to bottom. */
export interface Walk {
  readonly scope: Scope;
  readonly variables: Variables;
  /** Answers the signature of a cmdlet whose calls say something; a name that is nearly one counts as that one. */
  readonly find: (name: string) => Signature | undefined;
  /** By the place of their name; a loop over hashtables makes one for each. */
  readonly calls: Map<number, readonly Call[]>;
  /** Which time the body of such a loop is read, from 0. */
  round: number;
  /** Hashtables that were written, by the place of their first character. */
  readonly tables: Map<number, Table>;
  /** 1 where a command is named, and where texts and comments lie. */
  readonly seen: Uint8Array;
  readonly functions: Node[];
  /** Where brackets open that don't close. */
  readonly unclosed: number[];
  /** Whether a loop is read for what its end leaves its start. */
  rehearsing: boolean;
  /** Reads a statement or what stands in it. */
  readonly into: (node: Node) => void;
}

/** More hashtables, or brackets that don't close, than this aren't kept. */
const mostKept = 1000;

/** Notes a hashtable that was written. */
export function noteTable({ tables }: Walk, start: number, table: Value): void {
  if (table.kind === 'table' && tables.size < mostKept) tables.set(start, table);
}

/** Notes where a bracket opens that doesn't close. */
export function noteUnclosed({ unclosed }: Walk, start: number): void {
  if (unclosed.length < mostKept) unclosed.push(start);
}

/** Reads pieces in order. */
export const each = (walk: Walk, nodes: readonly Node[]): void => {
  for (const node of nodes) walk.into(node);
};

/** Notes that nothing is known of a variable any more. */
export const forget = ({ variables, scope }: Walk, variable: Node): void =>
  variables.set(variableName(codeOf(variable, scope)), unknownValue());

/** Notes a call of a cmdlet that says something. */
export function note(
  walk: Walk,
  name: string,
  start: number,
  end: number,
  elements: readonly Node[],
  piped: Value | null,
  torn = false,
): void {
  const signature = walk.find(name);
  if (walk.rehearsing || !signature) return;
  const { pieces, brokenAt } = argumentsOf(elements, walk.scope, evaluate);
  const earlier = walk.round > 0 ? (walk.calls.get(start) ?? []) : [];
  const call: Call = { name, signature, start, end, pieces, piped, brokenAt: brokenAt ?? (torn ? end : null) };
  walk.calls.set(start, [...earlier, call]);
}
