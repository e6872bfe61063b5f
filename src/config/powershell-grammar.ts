import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type { Parser, TreeCursor } from '@vscode/tree-sitter-wasm';

/** A piece of a script as PowerShell's grammar reads it; a piece that only holds another one is left out. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly Node[];
  /** Whether the grammar expected it here and it isn't written. */
  readonly missing: boolean;
}

/** Answers the milliseconds of work that this process has done: on a busy machine no less is read. */
export const spent = (): number => process.cpuUsage().user / 1000;

/** Answers whether a kind of piece is a remark. */
export const isRemark = (type: string): boolean => /^comment$/.test(type);

/** What reading may still take, counted down. */
export interface Patience {
  /** Hundreds of steps of the grammar. */
  steps: number;
  /** Milliseconds for pieces with errors in them: there the grammar tries several ways at once. */
  torn: number;
  /** A time by `spent`. */
  readonly until: number;
}

/**
 * Answers the tree of a piece of a script that stands at `base` in it; null where it can't be had with so much patience.
 * A statement in which `says` finds nothing is left without its pieces.
 */
export type Parse = (code: string, base: number, patience: Patience, says: Says) => Node | null;

/** Answers whether something that counts may stand between two places of a script. */
export type Says = (start: number, end: number) => boolean;

let loaded: Promise<Parse> | undefined;

/** Answers PowerShell's grammar; it is loaded once, when it is first asked for. */
export function loadGrammar(): Promise<Parse> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Parse> {
  // Else V8 compiles the grammar once more while it runs: on Node 20 to 24 a process then ends 2 to 8 s later, with up to 2 GB.
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up']) setFlagsFromString(flag);
  const require = createRequire(import.meta.url);
  // The package is one script for browsers and Node; named imports of it don't exist at run time.
  const grammar: typeof import('@vscode/tree-sitter-wasm') = require('@vscode/tree-sitter-wasm');
  await grammar.Parser.init();
  const file = require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm');
  const language = await grammar.Language.load(file);
  const parser = new grammar.Parser();
  parser.setLanguage(language);
  return (code, base, patience, says) => parse(parser, code, base, patience, says);
}

function parse(parser: Parser, code: string, base: number, patience: Patience, says: Says): Node | null {
  const began = spent();
  const progressCallback = () => --patience.steps < 0 || (patience.steps % 8 === 0 && spent() > patience.until);
  const tree = patience.torn < 0 ? null : parser.parse(code, null, { progressCallback });
  if (!tree || tree.rootNode.hasError) patience.torn -= spent() - began;
  // A parse that was stopped would go on with the next text.
  parser.reset();
  if (!tree) return null;
  const cursor = tree.walk();
  try {
    return slim(cursor, base, says);
  } finally {
    cursor.delete();
    tree.delete();
  }
}

/** Nobody writes code in so many layers; the grammar takes about a dozen for a bracket. */
const deepest = 1500;

interface Draft {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: Node[];
  readonly missing: boolean;
}

function slim(cursor: TreeCursor, base: number, says: Says): Node {
  const open: Draft[] = [draft(cursor, base)];
  /** How many are open inside of the outermost expression. */
  let expression = Number.POSITIVE_INFINITY;
  for (;;) {
    const current = open.at(-1);
    if (open.length < expression) expression = current?.type === 'pipeline' ? open.length : Number.POSITIVE_INFINITY;
    const dull = open.length === expression && current && isStatement(open) && !says(current.start, current.end);
    if (!(dull && !cursor.currentNode.hasError) && open.length < deepest && cursor.gotoFirstChild()) {
      open.push(draft(cursor, base));
      continue;
    }
    if (!current) return leaf;
    while (!cursor.gotoNextSibling()) {
      const done = close(open);
      if (open.length === 0) return done;
      cursor.gotoParent();
    }
    close(open);
    open.push(draft(cursor, base));
  }
}

const isStatement = (open: readonly Draft[]) => open.at(-2)?.type === 'statement_list';

const leaf: Node = { type: 'program', start: 0, end: 0, children: [], missing: false };

function draft(cursor: TreeCursor, base: number): Draft {
  const start = base + cursor.startIndex;
  const end = base + cursor.endIndex;
  return { type: cursor.nodeType, start, end, children: [], missing: start === end && cursor.nodeIsMissing };
}

/** Hands a finished piece to the one around it; of a piece that holds one other alone, that one. */
function close(open: Draft[]): Node {
  const done = open.pop() ?? leaf;
  const [only] = done.children;
  const node =
    only && done.children.length === 1 && only.start === done.start && only.end === done.end && wraps.test(done.type)
      ? only
      : done;
  open.at(-1)?.children.push(node);
  return node;
}

const wraps =
  /_expression$|^(?:pipeline|pipeline_chain|statement_list|string_literal|integer_literal|command_name_expr|path_command_name|expression_with_unary_operator|script_block|script_block_body)$/;
