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

/** Answers whether a kind of piece is a remark. */
export const isRemark = (type: string): boolean => /^comment$/.test(type);

/** Answers the tree of a piece of a script that stands at `base` in it; null where it can't be had before a time (of `performance.now`). */
export type Parse = (code: string, base: number, until: number) => Node | null;

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
  return (code, base, until) => parse(parser, code, base, until);
}

function parse(parser: Parser, code: string, base: number, until: number): Node | null {
  const tree = parser.parse(code, null, { progressCallback: () => performance.now() > until });
  // A parse that was stopped would go on with the next text.
  parser.reset();
  if (!tree) return null;
  const cursor = tree.walk();
  try {
    return slim(cursor, base);
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

function slim(cursor: TreeCursor, base: number): Node {
  const open: Draft[] = [draft(cursor, base)];
  for (;;) {
    const current = open.at(-1);
    if (open.length < deepest && cursor.gotoFirstChild()) {
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

const leaf: Node = { type: 'program', start: 0, end: 0, children: [], missing: false };

const draft = (cursor: TreeCursor, base: number): Draft => ({
  type: cursor.nodeType,
  start: base + cursor.startIndex,
  end: base + cursor.endIndex,
  children: [],
  missing: cursor.nodeIsMissing,
});

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
