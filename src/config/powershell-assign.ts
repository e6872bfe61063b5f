import { added, evaluate } from './powershell-evaluate.js';
import { isRemark, type Node } from './powershell-grammar.js';
import { argumentsIn } from './powershell-members.js';
import { codeOf, variableName } from './powershell-scope.js';
import { type Table, unknownValue, type Value, withEntry, withoutEntry } from './powershell-value.js';
import { each, forget, type Walk } from './powershell-walk.js';

/** Reads `$x = …`, `$x += …`, `$x.Key = …` and `$x['Key'] = …`. */
export function assign(walk: Walk, node: Node): void {
  const [left, operator, ...rest] = node.children;
  const right = rest.find(({ type }) => !isRemark(type));
  if (!left || !operator || !right) {
    each(walk, node.children);
    return;
  }
  walk.into(right);
  const target = left.type === 'cast_expression' ? (left.children.at(-1) ?? left) : left;
  const given = right.type === 'ERROR' ? unknownValue() : evaluate(right, walk.scope);
  const sign = codeOf(operator, walk.scope).trim();
  const sum = sign === '+=' ? added(evaluate(target, walk.scope), given) : unknownValue();
  put(walk, target, sign === '=' ? given : sum, node.end, sign === '=' ? right.start : null);
}

function put(walk: Walk, target: Node, value: Value, end: number, from: number | null): void {
  const { scope, variables } = walk;
  const [owner, , key] = target.children;
  if (target.type === 'variable') variables.set(variableName(codeOf(target, scope)), value);
  else if ((target.type === 'member_access' || target.type === 'element_access') && owner && key) {
    const written = scope.source.slice(key.start, key.end);
    const name: Value = target.type === 'member_access' ? { kind: 'text', text: written } : evaluate(key, scope);
    change(walk, owner, (table) =>
      name.kind === 'text'
        ? withEntry(table, { key: name.text, value, start: target.start, end, from })
        : { ...table, open: true },
    );
  } else for (const child of target.children) if (child.type === 'variable') forget(walk, child);
}

function change({ scope, variables }: Walk, owner: Node, by: (table: Table) => Value): void {
  if (owner.type !== 'variable') return;
  const name = variableName(codeOf(owner, scope));
  const held = variables.get(name);
  if (held.kind === 'table') variables.set(name, by(held));
}

/** Reads `$x.Add('Key', …)`, `$x.Remove('Key')` and `$x.Clear()`. */
export function mutate(walk: Walk, node: Node): void {
  const { scope } = walk;
  const [owner, , method, list] = node.children;
  if (!owner || !method || !list) return;
  const called = codeOf(method, scope).toLowerCase();
  if (called !== 'add' && called !== 'remove' && called !== 'clear') return;
  const [key, value] = argumentsIn(list);
  const name = key ? evaluate(key, scope) : unknownValue();
  change(walk, owner, (table) => {
    if (called === 'clear') return { ...table, entries: new Map(), twice: [] };
    if (name.kind !== 'text') return { ...table, open: true };
    if (called === 'remove') return withoutEntry(table, name.text);
    const given = value ? evaluate(value, scope) : unknownValue();
    return withEntry(table, {
      key: name.text,
      value: given,
      start: key?.start ?? node.start,
      end: node.end,
      from: null,
    });
  });
}
