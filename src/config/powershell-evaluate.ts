import { bare } from './powershell-arguments.js';
import { commandName, evaluateCommand, isDate } from './powershell-commands.js';
import { readDate } from './powershell-dates.js';
import { isRemark, type Node } from './powershell-grammar.js';
import { element, member, method, typeName } from './powershell-members.js';
import { codeOf, type Scope, variableName } from './powershell-scope.js';
import { expanded, verbatim } from './powershell-strings.js';
import { type Entry, joinedTables, listOf, text, unknownValue, type Value } from './powershell-value.js';

/** Answers what an expression gives, as far as the script alone tells it. */
export function evaluate(node: Node, scope: Scope): Value {
  const words = scope.source.slice(node.start, node.end);
  switch (node.type) {
    case 'variable':
    case 'braced_variable':
      return variable(codeOf(node, scope), scope);
    case 'verbatim_string_characters':
    case 'verbatim_here_string_characters':
      return text(verbatim(words));
    case 'expandable_string_literal':
    case 'expandable_here_string_literal':
      return expanded(node, scope, evaluate);
    case 'decimal_integer_literal':
    case 'real_literal':
    case 'hexadecimal_integer_literal':
      return Number.isNaN(Number(words)) ? unknownValue() : { kind: 'number', number: Number(words) };
    case 'generic_token':
    case 'simple_name':
      return bare(words);
    case 'hash_literal_expression':
      return table(node, scope);
    case 'array_literal_expression':
      return listOf(parts(node).map((item) => evaluate(item, scope)));
    case 'array_expression':
      return listOf(inner(node).map((item) => evaluate(item, scope)));
    case 'parenthesized_expression':
    case 'sub_expression':
      return alone(inner(node), scope);
    case 'cast_expression':
      return cast(node, scope);
    case 'expression_with_unary_operator':
      return unary(node, scope);
    case 'additive_expression':
    case 'additive_argument_expression':
      return sum(node, scope);
    case 'member_access':
      return member(node, scope, evaluate);
    case 'element_access':
      return element(node, scope, evaluate);
    case 'invokation_expression':
      return method(node, scope, evaluate);
    case 'command':
      return evaluateCommand(node, null, scope, evaluate);
    case 'pipeline_chain':
      return pipeline(node, scope);
    default:
      return unknownValue();
  }
}

function variable(written: string, scope: Scope): Value {
  const name = variableName(written);
  if (name === 'true' || name === 'false') return { kind: 'boolean', is: name === 'true' };
  return name === 'null' ? { kind: 'null' } : scope.variable(name);
}

/** The pieces of a list, without what stands between them. */
const parts = (node: Node): Node[] => node.children.filter(({ type }) => type !== ',' && !isRemark(type));

/** What stands in brackets. */
const inner = (node: Node): Node[] =>
  node.children
    .slice(1, node.children.at(-1)?.type === ')' ? -1 : undefined)
    .flatMap((child) => (child.type === 'statement_list' ? child.children : [child]))
    .filter(({ type }) => !isRemark(type) && type !== 'empty_statement');

const alone = ([only, ...others]: readonly Node[], scope: Scope): Value =>
  only && others.length === 0 ? evaluate(only, scope) : unknownValue();

/** Answers the entries of a hashtable; it is open where something in it isn't understood. */
export function table(node: Node, scope: Scope): Value {
  const entries = new Map<string, Entry>();
  const twice: Entry[] = [];
  let open = node.children.at(-1)?.type !== '}';
  for (const child of node.children.flatMap((one) => (one.type === 'hash_literal_body' ? one.children : [one]))) {
    if (child.type === 'ERROR') open = true;
    if (child.type !== 'hash_entry') continue;
    const entry = entryOf(child, scope);
    if (entry === null) open = true;
    else if (entries.has(entry.key.toLowerCase())) twice.push(entry);
    else entries.set(entry.key.toLowerCase(), entry);
  }
  return { kind: 'table', entries, twice, open };
}

/** Answers one key with its value, or null where the key can't be known. */
export function entryOf(node: Node, scope: Scope): Entry | null {
  const [key, , ...rest] = node.children;
  const value = rest.find(({ type }) => type !== ';' && !isRemark(type) && type !== '=');
  if (!key) return null;
  const named =
    key.type === 'key_expression' ? text(scope.source.slice(key.start, key.end).trim()) : evaluate(key, scope);
  if (named.kind !== 'text') return null;
  const given = value && value.type !== 'ERROR' ? evaluate(value, scope) : unknownValue();
  return { key: named.text, value: given, start: key.start, end: value?.end ?? key.end, from: value?.start ?? null };
}

function cast(node: Node, scope: Scope): Value {
  const [type, operand] = node.children;
  if (!type || !operand) return unknownValue();
  const name = typeName(type, scope);
  const value = evaluate(operand, scope);
  if (isDate(name)) return castDate(value);
  switch (name) {
    case 'string':
      return value.kind === 'text' || value.kind === 'object' ? value : unknownValue();
    case 'bool':
    case 'boolean':
      return value.kind === 'text' ? { kind: 'boolean', is: value.text !== '' } : asBoolean(value);
    case 'switch':
      return asBoolean(value);
    default:
      return /^(?:ordered|pscustomobject|hashtable|psobject|int|object|array|(?:object|string)\[\])$/.test(name)
        ? value
        : unknownValue();
  }
}

function asBoolean(value: Value): Value {
  if (value.kind === 'boolean') return value;
  if (value.kind === 'null') return { kind: 'boolean', is: false };
  return value.kind === 'number' ? { kind: 'boolean', is: value.number !== 0 } : unknownValue();
}

/** A cast reads a date by the invariant culture, wherever it runs. */
function castDate(value: Value): Value {
  if (value.kind === 'date') return value;
  const date = value.kind === 'text' ? readDate(value.text, true) : null;
  return date && 'at' in date ? { kind: 'date', at: date.at } : unknownValue(date?.why ?? '');
}

function unary(node: Node, scope: Scope): Value {
  const [operator, operand] = node.children;
  const sign = operator ? codeOf(operator, scope).trim().toLowerCase() : '';
  const value = operand ? evaluate(operand, scope) : unknownValue();
  if (sign === '!' || sign === '-not') {
    const is = asBoolean(value);
    return is.kind === 'boolean' ? { kind: 'boolean', is: !is.is } : unknownValue();
  }
  if (sign === '-' && value.kind === 'number') return { kind: 'number', number: -value.number };
  return sign === ',' ? listOf([value]) : unknownValue();
}

function sum(node: Node, scope: Scope): Value {
  const [first, operator, second] = node.children;
  if (!first || !second || !operator || codeOf(operator, scope).trim() !== '+') return unknownValue();
  return added(evaluate(first, scope), evaluate(second, scope));
}

/** Answers what two values give, one added to the other. */
export function added(first: Value, second: Value): Value {
  if (first.kind === 'text' && (second.kind === 'text' || second.kind === 'number'))
    return text(first.text + (second.kind === 'text' ? second.text : String(second.number)));
  if (first.kind === 'number' && second.kind === 'number')
    return { kind: 'number', number: first.number + second.number };
  if (first.kind === 'table' && second.kind === 'table') return joinedTables(first, second);
  return first.kind === 'list' ? listOf([first, second]) : unknownValue();
}

/** Answers what the last command of a pipeline gives. */
function pipeline(node: Node, scope: Scope): Value {
  let value: Value | null = null;
  for (const child of node.children) {
    if (child.type === '|' || isRemark(child.type)) continue;
    if (child.type === 'command') value = evaluateCommand(child, value, scope, evaluate);
    else value = value === null ? evaluate(child, scope) : unknownValue();
    if (child.type === 'command' && commandName(child, scope) === '') value = unknownValue();
  }
  return value ?? unknownValue();
}
