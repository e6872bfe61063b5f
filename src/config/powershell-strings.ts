import type { Node } from './powershell-grammar.js';
import type { Evaluate, Scope } from './powershell-scope.js';
import { text, unknownValue, type Value } from './powershell-value.js';

/** Answers the text of a literal in single quotes; PowerShell takes curly quotes for quotes too. */
export const verbatim = (literal: string): string =>
  here(literal) ?? literal.slice(1, -1).replace(/['‘’‚‛]{2}/g, (two) => two.charAt(1));

/** The lines between the first and the last one of a here-string. */
const here = (literal: string): string | null =>
  literal.startsWith('@') ? (/^@.[ \t]*\r?\n([\s\S]*?)\r?\n?.@$/.exec(literal)?.[1] ?? '') : null;

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  0: '\0',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\u001b',
};

/** Answers the text of a literal in double quotes, if all that it names is known. */
export function expanded(node: Node, scope: Scope, evaluate: Evaluate): Value {
  const whole = scope.source.slice(node.start, node.end);
  if (whole.startsWith('@') && node.children.length === 0) return text(here(whole) ?? '');
  let found = '';
  let from = node.start + 1;
  for (const child of node.children) {
    if (child.type === 'ERROR' || whole.startsWith('@')) return unknownValue();
    if (/^["`]/.test(child.type)) continue;
    const named = asText(evaluate(child, scope));
    if (named === null) return unknownValue();
    found += plain(scope.source.slice(from, child.start)) + named;
    from = child.end;
  }
  return text(found + plain(scope.source.slice(from, node.end - 1)));
}

/** Answers what a value gives inside a text, or null where that can't be known. */
function asText(value: Value): string | null {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'number') return String(value.number);
  return value.kind === 'boolean' ? (value.is ? 'True' : 'False') : null;
}

/** Answers a piece of a literal in double quotes without its escapes. */
const plain = (piece: string): string =>
  piece.replace(/["“”„]{2}|`(\r\n|[\s\S])/g, (two, escaped?: string) =>
    escaped === undefined ? two.charAt(0) : (escapes[escaped] ?? escaped),
  );
