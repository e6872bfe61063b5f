import type { Node } from './powershell-grammar.js';
import { codeOf, type Evaluate, type Scope, variableName } from './powershell-scope.js';
import { listOf, text, unknownValue, type Value } from './powershell-value.js';

/** A piece of a call behind the cmdlet's name. */
export type Argument =
  | { readonly kind: 'name'; readonly name: string; readonly start: number; readonly end: number; colon: boolean }
  | { readonly kind: 'value'; readonly value: Value; readonly start: number; readonly end: number }
  | {
      readonly kind: 'splat';
      readonly name: string;
      readonly value: Value;
      readonly start: number;
      readonly end: number;
    };

/** The pieces of a call, and where it isn't well-formed. */
export interface Arguments {
  readonly pieces: readonly Argument[];
  readonly brokenAt: number | null;
}

const ignored = /^(?:comment|redirection|redirections|command_invokation_operator|verbatim_command_argument)$/;

/** Answers the pieces of a call from what the grammar found behind the cmdlet's name. */
export function argumentsOf(nodes: readonly Node[], scope: Scope, evaluate: Evaluate): Arguments {
  const pieces: Argument[] = [];
  let last: Node | null = null;
  let touching = false;
  let brokenAt: number | null = null;
  for (const node of nodes) {
    const words = codeOf(node, scope);
    if (node.type === 'command_argument_sep' || /^\s*$/.test(words)) {
      const name = pieces.at(-1);
      if (words.trim() === ':' && name?.kind === 'name') name.colon = true;
      else if (/[^\s`:]/.test(words)) brokenAt ??= node.start + words.search(/[^\s`]/);
      touching = node.start === node.end && touching;
      continue;
    }
    if (ignored.test(node.type)) continue;
    if (node.type === 'command_parameter') {
      const [, name = '', colon] = /^-(.*?)(:?)$/s.exec(words) ?? [];
      pieces.push({ kind: 'name', name, start: node.start, end: node.end, colon: colon === ':' });
      last = null;
      touching = false;
    } else if (last && touching && pieces.at(-1)?.kind === 'value') {
      const before: Argument | undefined = pieces.pop();
      const start = before?.start ?? node.start;
      const whole: Node | null = node.type === 'argument_list' ? invoked(last, node) : null;
      const value = whole ? evaluate(whole, scope) : compound(scope.source.slice(start, node.end));
      pieces.push({ kind: 'value', value, start, end: node.end });
      last = whole ?? node;
    } else if (node.type === 'ERROR' || /^[({[@]+$/.test(words)) {
      brokenAt ??= node.start;
      touching = false;
      last = null;
    } else {
      const splat = node.type === 'variable' && words.startsWith('@');
      const value = evaluate(node, scope);
      const place = { value, start: node.start, end: node.end };
      pieces.push(
        splat
          ? { kind: 'splat', name: variableName(words), ...place, value: splatted(words, scope) }
          : { kind: 'value', ...place },
      );
      last = splat ? null : node;
      touching = true;
    }
  }
  return { pieces, brokenAt };
}

const splatted = (words: string, scope: Scope): Value => scope.variable(variableName(words));

/** The grammar takes a method's brackets for an argument of their own. */
const invoked = (member: Node, list: Node): Node => ({
  type: 'invokation_expression',
  start: member.start,
  end: list.end,
  children: [...member.children, list],
  missing: false,
});

/** Several pieces with no space between them are one value. */
const compound = (words: string): Value => (/[$(@{[]/.test(words) ? unknownValue() : bare(words));

/** Answers what a word without quotes gives: itself, or a list at its commas. */
export function bare(words: string): Value {
  if (!words.includes(',')) return text(words);
  const items = words.split(',').map((item) => item.replace(/^[\s`"'‘’‚‛“”„]+|[\s`"'‘’‚‛“”„]+$/g, ''));
  return listOf(items.filter((item) => item !== '').map(text));
}
