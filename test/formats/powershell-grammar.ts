import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// The package is one script for browsers and Node; named imports of it don't exist at run time.
const grammar: typeof import('@vscode/tree-sitter-wasm') = require('@vscode/tree-sitter-wasm');

/** A piece of a script: its kind, its words, where it begins. */
export interface Piece {
  readonly type: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A script as PowerShell's grammar reads it. */
export interface Script {
  /** What doesn't parse. */
  readonly errors: readonly string[];
  readonly of: (type: string) => Piece[];
  /** The kinds of the pieces that hold a place, innermost first. */
  readonly around: (at: number) => Piece[];
}

/** Answers a reader of scripts. */
export async function powershellReader(): Promise<(text: string) => Script> {
  await grammar.Parser.init();
  const language = await grammar.Language.load(
    require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm'),
  );
  const parser = new grammar.Parser();
  parser.setLanguage(language);
  return (text) => {
    const tree = parser.parse(text);
    const pieces: (Piece & { readonly broken: boolean })[] = [];
    const cursor = tree?.walk();
    if (!cursor) return { errors: ['no tree'], of: () => [], around: () => [] };
    for (let more = true; more; ) {
      const { nodeType: type, nodeText, startIndex: start, endIndex: end, nodeIsMissing } = cursor;
      pieces.push({ type, text: nodeText, start, end, broken: type === 'ERROR' || nodeIsMissing });
      more = cursor.gotoFirstChild() || cursor.gotoNextSibling();
      while (!more && cursor.gotoParent()) more = cursor.gotoNextSibling();
    }
    tree?.delete();
    return {
      errors: pieces.filter(({ broken }) => broken).map((piece) => `${piece.type}: ${piece.text.slice(0, 120)}`),
      of: (type) => pieces.filter((piece) => piece.type === type),
      around: (at) => pieces.filter(({ start, end }) => start <= at && at < end).reverse(),
    };
  };
}
