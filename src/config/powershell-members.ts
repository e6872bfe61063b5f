import { dateFrom, isDate } from './powershell-commands.js';
import { moved, readDate, readExact } from './powershell-dates.js';
import { isRemark, type Node } from './powershell-grammar.js';
import { codeOf, type Evaluate, type Scope } from './powershell-scope.js';
import { text, unknownValue, type Value } from './powershell-value.js';

/** Answers the name of a type in lower case, without its brackets. */
export const typeName = (type: Node, scope: Scope): string =>
  codeOf(type, scope)
    .replace(/^\[|\]$/g, '')
    .toLowerCase();

/** Answers what `$x.Name` or `[type]::Name` gives. */
export function member(node: Node, scope: Scope, evaluate: Evaluate): Value {
  const [target, dot, name] = node.children;
  if (!target || !name) return unknownValue();
  if (dot?.type === '::') {
    const type = target.type === 'type_literal' ? typeName(target, scope) : '';
    // A value of an enumeration is as good as its name.
    return type === '' || isDate(type) ? unknownValue() : text(codeOf(name, scope));
  }
  return propertyOf(evaluate(target, scope), scope.source.slice(name.start, name.end));
}

function propertyOf(value: Value, name: string): Value {
  if (value.kind === 'table') {
    const entry = value.entries.get(name.toLowerCase());
    return entry ? entry.value : unknownValue();
  }
  // What a cmdlet looked up is named by what it was looked up by.
  return value.kind === 'object' && /^(?:\w*id|\w*name)$/i.test(name) ? value : unknownValue();
}

/** Answers what `$x[…]` gives. */
export function element(node: Node, scope: Scope, evaluate: Evaluate): Value {
  const [target, , key] = node.children;
  const value = target ? evaluate(target, scope) : unknownValue();
  const index = key ? evaluate(key, scope) : unknownValue();
  if (index.kind === 'text') return propertyOf(value, index.text);
  if (index.kind === 'number' && value.kind === 'list') return value.items.at(index.number) ?? unknownValue();
  return index.kind === 'number' && index.number === 0 && value.kind === 'object' ? value : unknownValue();
}

/** Answers what `$x.Name(…)` or `[type]::Name(…)` gives. */
export function method(node: Node, scope: Scope, evaluate: Evaluate): Value {
  const [target, dot, name, list] = node.children;
  if (!target || !name || !list) return unknownValue();
  const called = codeOf(name, scope).toLowerCase();
  const given = argumentsIn(list).map((one) => evaluate(one, scope));
  if (dot?.type === '::')
    return target.type === 'type_literal' && isDate(typeName(target, scope))
      ? dateMethod(called, given)
      : unknownValue();
  const value = evaluate(target, scope);
  const [by] = given;
  const unit = /^add(minutes|hours|days|months|years)$/.exec(called)?.[1];
  if (value.kind === 'unknown') return value;
  if (value.kind !== 'date' || unit === undefined || by?.kind !== 'number') return unknownValue();
  const at = moved(value.at, unit, by.number);
  return at === null ? unknownValue() : { kind: 'date', at };
}

/** Answers the values in the brackets of a method. */
export const argumentsIn = (list: Node): readonly Node[] =>
  list.children
    .flatMap((child) => (child.type === 'argument_expression_list' ? child.children : [child]))
    .filter(({ type }) => !['(', ')', ','].includes(type) && !isRemark(type));

function dateMethod(called: string, given: readonly Value[]): Value {
  const [first, second] = given;
  if (called === 'new') return dateFrom(given);
  if (first?.kind !== 'text') return unknownValue();
  if (called === 'parse') {
    const date = readDate(first.text);
    return date && 'at' in date ? { kind: 'date', at: date.at } : unknownValue(date?.why ?? '');
  }
  const exact = called === 'parseexact' && second?.kind === 'text' ? readExact(first.text, second.text) : null;
  return exact ? { kind: 'date', at: exact.at } : unknownValue();
}
