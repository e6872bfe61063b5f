import type { Signatures } from '../knowledge/signature-shape.js';
import type { Node } from './powershell-grammar.js';
import type { Value } from './powershell-value.js';

/** What an expression is read against. */
export interface Scope {
  /** The script as written; the grammar saw one with plain quotes, in the same places. */
  readonly source: string;
  readonly code: string;
  readonly signatures: Signatures;
  /** Answers what a variable is known to hold at this place; its name is in lower case. */
  readonly variable: (name: string) => Value;
}

/** Answers what an expression gives. */
export type Evaluate = (node: Node, scope: Scope) => Value;

/** Answers the words of a piece as the grammar saw them. */
export const codeOf = (node: Node, { code }: Scope): string => code.slice(node.start, node.end);

/** Answers the name of a variable in lower case, without $, @, braces and scope. */
export const variableName = (written: string): string =>
  written
    .replace(/^[$@]\{?/, '')
    .replace(/\}$/, '')
    .replace(/^(?:script|global|local|private|variable|using):/i, '')
    .toLowerCase();
