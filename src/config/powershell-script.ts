import type { Signatures } from '../knowledge/signature-shape.js';
import { assign, mutate } from './powershell-assign.js';
import { commandName, elementsOf, nameOf } from './powershell-commands.js';
import { evaluate } from './powershell-evaluate.js';
import type { Node } from './powershell-grammar.js';
import { salvage } from './powershell-salvage.js';
import { codeOf, variableName } from './powershell-scope.js';
import type { Value } from './powershell-value.js';
import { newVariables } from './powershell-variables.js';
import { each, forget, note, noteTable, noteUnclosed, type Walk } from './powershell-walk.js';

/** Answers a walk through a script of which nothing is read yet. */
export function newWalk(source: string, code: string, signatures: Signatures, find: Walk['find']): Walk {
  const variables = newVariables();
  const walk: Walk = {
    scope: { source, code, signatures, variable: variables.get },
    variables,
    find,
    calls: new Map(),
    tables: new Map(),
    seen: new Uint8Array(code.length),
    functions: [],
    unclosed: [],
    rehearsing: false,
    round: 0,
    into: (node) => (readers[node.type] ?? readAll)(walk, node),
  };
  return walk;
}

/** Reads the functions, once everything else is read; a function in a function is read behind it. */
export function readFunctions(walk: Walk): void {
  for (const one of walk.functions) walk.variables.inFunction(() => each(walk, one.children));
}

type Reader = (walk: Walk, node: Node) => void;

const readAll: Reader = (walk, node) => each(walk, node.children);
const literal: Reader = (walk, node) => void walk.seen.fill(1, node.start, node.end);
const branching =
  (isBranch: RegExp, through: RegExp | null = null): Reader =>
  (walk, node) => {
    const reads: (() => void)[] = [];
    const gather = (children: readonly Node[]): void => {
      for (const child of children) {
        if (isBranch.test(child.type)) reads.push(() => each(walk, child.children));
        else if (through?.test(child.type)) gather(child.children);
        else walk.into(child);
      }
    };
    gather(node.children);
    const always = node.children.some(({ type }) => type === 'else_clause');
    walk.variables.branches(reads, always);
  };

/** A loop may run not at all or often: it is rehearsed, so that its start knows what its end leaves. */
const loop: Reader = (walk, node) => {
  const variable =
    node.type === 'foreach_statement' ? node.children.find(({ type }) => type === 'variable') : undefined;
  const over = variable && node.children[node.children.findIndex(({ type }) => type === 'in') + 1];
  const body = () => each(walk, node.children);
  if (
    variable &&
    over &&
    overTables(walk, variableName(codeOf(variable, walk.scope)), evaluate(over, walk.scope), body)
  )
    return;
  if (variable) forget(walk, variable);
  const outer = walk.rehearsing;
  walk.rehearsing = true;
  walk.variables.branches([body], false);
  walk.rehearsing = outer;
  if (!outer) walk.variables.branches([body], false);
};

/** A loop over more hashtables than this isn't read for each of them. */
const mostTables = 20;

/** Reads the body of a loop once for each hashtable that it runs over: each is a deployment of its own. */
function overTables(walk: Walk, variable: string, over: Value, body: () => void): boolean {
  const items = over.kind === 'list' ? over.items : [];
  const tables = items.filter(({ kind }) => kind === 'table');
  if (
    walk.rehearsing ||
    walk.round > 0 ||
    tables.length === 0 ||
    tables.length < items.length ||
    tables.length > mostTables
  )
    return false;
  for (const table of tables) {
    walk.variables.set(variable, table);
    body();
    walk.round++;
  }
  walk.round = 0;
  return true;
}

/** Parameters hold whatever the script is called with. */
const parameters: Reader = (walk, node) => {
  for (const child of node.children) {
    if (child.type === 'variable') forget(walk, child);
    else if (child.type === 'script_parameter_default') each(walk, child.children);
    else parameters(walk, child);
  }
};

const pipeline: Reader = (walk, node) => {
  for (const [at, child] of node.children.entries()) {
    const behind = child.type === 'command' && node.children[at - 1]?.type === '|';
    const name = behind ? commandName(child, walk.scope) : '';
    const says = walk.find(name) !== undefined;
    // Nobody hands a deployment through more commands than these.
    const before = () => evaluate({ ...node, children: node.children.slice(Math.max(0, at - 10), at - 1) }, walk.scope);
    const over = behind && /^(?:foreach-object|foreach|%)$/i.test(name) ? before() : null;
    if (over && overTables(walk, '_', over, () => blocks(walk, child))) continue;
    if (behind) command(walk, child, says ? before() : null);
    else walk.into(child);
  }
};

/** Reads what stands in the braces of `| ForEach-Object { … }`. */
const blocks = (walk: Walk, node: Node): void => {
  for (const child of elementsOf(node)) each(walk, child.type === 'script_block_expression' ? child.children : [child]);
};

function command(walk: Walk, node: Node, piped: Value | null): void {
  const name = nameOf(node);
  const elements = elementsOf(node);
  if (name) walk.seen.fill(1, name.start, name.end);
  note(walk, commandName(node, walk.scope), name?.start ?? node.start, node.end, elements, piped);
  each(walk, elements);
}

/** The grammar puts in a bracket where one is missing. */
function unclosed(walk: Walk, { missing, start }: Node): void {
  if (missing) noteUnclosed(walk, start);
}

const readers: Readonly<Record<string, Reader>> = {
  comment: literal,
  verbatim_string_characters: literal,
  verbatim_here_string_characters: literal,
  expandable_here_string_literal: literal,
  expandable_string_literal: (walk, node) => {
    literal(walk, node);
    readAll(walk, node);
  },
  assignment_expression: assign,
  invokation_expression: (walk, node) => {
    readAll(walk, node);
    mutate(walk, node);
  },
  hash_literal_expression: (walk, node) => {
    readAll(walk, node);
    noteTable(walk, node.start, evaluate(node, walk.scope));
  },
  if_statement: branching(/^(?:statement_block|elseif_clause|else_clause)$/, /^elseif_clauses$/),
  switch_statement: branching(/^switch_clause$/, /^(?:switch_body|switch_clauses|ERROR)$/),
  try_statement: branching(/^catch_clauses$/),
  foreach_statement: loop,
  for_statement: loop,
  while_statement: loop,
  do_statement: loop,
  script_block_expression: loop,
  function_statement: (walk, node) => void walk.functions.push(node),
  param_block: parameters,
  function_parameter_declaration: parameters,
  pipeline_chain: pipeline,
  command: (walk, node) => command(walk, node, null),
  function_name: (walk, node) => literal(walk, node),
  class_statement: () => {},
  '}': unclosed,
  ')': unclosed,
  ERROR: salvage,
};
