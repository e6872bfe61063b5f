import { entryOf } from './powershell-evaluate.js';
import type { Node } from './powershell-grammar.js';
import { codeOf, variableName } from './powershell-scope.js';
import { type Value, withEntry } from './powershell-value.js';
import { each, note, noteTable, noteUnclosed, type Walk } from './powershell-walk.js';

const behindCall = /^(?:command_name|command|pipeline|pipeline_chain|statement_list|[|;{}])$/;
const inTable = /^(?:hash_entry|comment|hash_literal_body)$/;

/** Reads what doesn't parse: where a script breaks off, the pieces of a call or of a hashtable lie side by side. */
export function salvage(walk: Walk, { children, end }: Node): void {
  if (walk.scope.code.slice(end).trim() === '') for (const start of unclosedIn(children)) noteUnclosed(walk, start);
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (!child) break;
    const from = at + 1;
    const ends = child.type === '@{' ? (type: string) => !inTable.test(type) : (type: string) => behindCall.test(type);
    if (child.type === '@{' || child.type === 'command_name')
      while (at + 1 < children.length && !ends(children[at + 1]?.type ?? '')) at++;
    const rest = children.slice(from, at + 1);
    if (child.type === '@{') torn(walk, children[from - 3], child, rest);
    else if (child.type === 'command_name') half(walk, child, rest);
    else walk.into(child);
  }
}

/** A call that isn't one piece. */
function half(walk: Walk, name: Node, rest: readonly Node[]): void {
  const elements = rest.flatMap((one) => (one.type === 'command_elements' ? one.children : [one]));
  note(walk, codeOf(name, walk.scope), name.start, elements.at(-1)?.end ?? name.end, elements, null, true);
  each(walk, elements);
}

/** A hashtable that doesn't end, behind a variable and an equals sign. */
function torn(walk: Walk, left: Node | undefined, opener: Node, rest: readonly Node[]): void {
  each(walk, rest);
  let table: Value = { kind: 'table', entries: new Map(), twice: [], open: true };
  for (const one of rest.flatMap((piece) => (piece.type === 'hash_literal_body' ? piece.children : [piece]))) {
    const entry = one.type === 'hash_entry' ? entryOf(one, walk.scope) : null;
    if (entry && table.kind === 'table') table = withEntry(table, entry);
  }
  noteUnclosed(walk, opener.start);
  noteTable(walk, opener.start, table);
  if (left?.type === 'variable') walk.variables.set(variableName(codeOf(left, walk.scope)), table);
}

/** Answers where brackets open that don't close before the script ends. */
function unclosedIn(children: readonly Node[]): number[] {
  const open: number[] = [];
  for (const { type, start } of children) {
    if (/^(?:[@$]?[({])$/.test(type)) open.push(start);
    else if (type === ')' || type === '}') open.pop();
  }
  return open;
}
