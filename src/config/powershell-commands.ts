import type { Passable, Signature } from '../knowledge/signature-shape.js';
import { argumentsOf } from './powershell-arguments.js';
import { type Bound, bind } from './powershell-bind.js';
import { dateOf, readDate } from './powershell-dates.js';
import type { Node } from './powershell-grammar.js';
import { codeOf, type Evaluate, type Scope } from './powershell-scope.js';
import { unknownValue, type Value } from './powershell-value.js';

const naming = /^(?:command_name|path_command_name|path_command_name_token|foreach_command)$/;

/** Answers the piece that names what a command calls. */
export function nameOf(command: Node): Node | undefined {
  const name = command.children.find(({ type }) => naming.test(type));
  return name?.type === 'foreach_command' ? name.children[0] : name;
}

/** Answers the name of what a command calls, without its module. */
export function commandName(command: Node, scope: Scope): string {
  const name = nameOf(command);
  return name ? codeOf(name, scope).replace(/^(?:ConfigurationManager|Microsoft\.PowerShell\.Utility)\\/i, '') : '';
}

/** Answers what stands behind a command's name. */
export const elementsOf = (command: Node): readonly Node[] =>
  command.children.flatMap((child) => {
    if (child.type === 'foreach_command') return child.children.slice(1);
    return child.type === 'command_elements' ? child.children : naming.test(child.type) ? [] : [child];
  });

/** Answers what a command gives, as far as that can be told without running it. */
export function evaluateCommand(command: Node, piped: Value | null, scope: Scope, evaluate: Evaluate): Value {
  const name = commandName(command, scope).toLowerCase();
  const signature = scope.signatures.get(name);
  if (name === 'get-date') return getDate(command, scope, evaluate);
  if (name === 'new-object') return newObject(command, scope, evaluate);
  if (/^(?:select-object|select|tee-object)$/.test(name) && piped?.kind === 'object') return piped;
  if (signature?.role !== 'finds' && signature?.role !== 'schedules') return unknownValue();
  const { bound, open } = bind(signature, argumentsOf(elementsOf(command), scope, evaluate).pieces);
  if (signature.role === 'schedules') return open ? unknownValue() : schedule(bound);
  return lookedUp(signature, bound, piped);
}

/** Answers the words that an object is looked up by. */
function lookedUp(_signature: Signature, bound: readonly Bound[], piped: Value | null): Value {
  const words = new Map<string, string>(piped?.kind === 'object' ? piped.words : []);
  for (const { parameter, value } of bound) {
    const text = textFor(parameter, value);
    if (parameter.word !== null && text !== null) words.set(parameter.word, text);
  }
  return { kind: 'object', words };
}

/** Answers the text that a parameter is passed: its own, or that of an object by its word. */
export function textFor({ word }: Passable, value: Value | null): string | null {
  if (value?.kind === 'text') return value.text;
  if (value?.kind === 'number') return String(value.number);
  return value?.kind === 'object' ? (value.words.get(word ?? '') ?? null) : null;
}

const repeats = ['DayOfMonth', 'DayOfWeek', 'LastDayOfMonth', 'RecurCount', 'RecurInterval', 'WeekOrder'];

/** Answers a schedule of New-CMSchedule: its date, or that it recurs. */
function schedule(bound: readonly Bound[]): Value {
  const passed = (name: string) => bound.find(({ parameter }) => parameter.name === name);
  const is = (name: string) => {
    const value = passed(name)?.value;
    return passed(name) !== undefined && !(value?.kind === 'boolean' && !value.is);
  };
  const utc = is('IsUtc');
  if (is('ScheduleString')) return unknownValue();
  if (!is('Nonrecurring') && repeats.some(is)) {
    const count = passed('RecurCount')?.value;
    const sure = count === undefined || (count?.kind === 'number' && count.number > 0);
    return sure ? { kind: 'schedule', element: 'recurring', utc } : unknownValue();
  }
  const start = passed('Start')?.value;
  const date = start?.kind === 'text' ? readDate(start.text) : start?.kind === 'date' ? start : null;
  if (date && 'at' in date) return { kind: 'schedule', element: date.at, utc };
  return unknownValue(date?.why ?? (start?.kind === 'unknown' ? start.why : ''));
}

/** Answers the value of a parameter by its whole name or its beginning; by its place where it has no name. */
function parametersOf(
  command: Node,
  names: readonly string[],
  scope: Scope,
  evaluate: Evaluate,
): Map<string, Value> | null {
  const { pieces, brokenAt } = argumentsOf(elementsOf(command), scope, evaluate);
  const found = new Map<string, Value>();
  const free = [...names];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece?.kind === 'value') found.set(free.find((name) => !found.has(name)) ?? '', piece.value);
    if (piece?.kind !== 'name') continue;
    const next = pieces[at + 1];
    if (next?.kind === 'value') at++;
    const wanted = piece.name.toLowerCase();
    const name = names.find((one) => one === wanted) ?? names.find((one) => one.startsWith(wanted));
    found.set(name ?? wanted, next?.kind === 'value' ? next.value : { kind: 'boolean', is: true });
  }
  return brokenAt === null && pieces.every(({ kind }) => kind !== 'splat') ? found : null;
}

const parts = ['year', 'month', 'day', 'hour', 'minute'] as const;

/** Answers the date of Get-Date; without one it is the time of the run, which nobody knows. */
function getDate(command: Node, scope: Scope, evaluate: Evaluate): Value {
  const found = parametersOf(
    command,
    ['date', ...parts, 'second', 'millisecond', 'format', 'uformat'],
    scope,
    evaluate,
  );
  if (
    !found ||
    [...found.keys()].some(
      (name) => name !== 'date' && name !== 'second' && name !== 'millisecond' && !parts.some((part) => part === name),
    )
  )
    return unknownValue();
  const given = found.get('date');
  const date = given?.kind === 'text' ? readDate(given.text) : given?.kind === 'date' ? given : null;
  if (given && !(date && 'at' in date)) return unknownValue(date?.why ?? '');
  const at = date && 'at' in date ? date.at.split(/[-T:]/).map(Number) : [];
  const whole = parts.map((part, index) => {
    const value = found.get(part);
    if (!value) return at[index];
    return value.kind === 'number' ? value.number : Number.NaN;
  });
  if (whole.some((part) => part === undefined)) return unknownValue('it is the time when the script runs');
  const made = dateOf(whole.map((part) => part ?? Number.NaN));
  return made ? { kind: 'date', at: made.at } : unknownValue();
}

/** Answers what New-Object makes: of dates alone something is known. */
function newObject(command: Node, scope: Scope, evaluate: Evaluate): Value {
  const found = parametersOf(command, ['typename', 'argumentlist'], scope, evaluate);
  const type = found?.get('typename');
  const given = found?.get('argumentlist');
  if (type?.kind !== 'text' || !isDate(type.text)) return unknownValue();
  return dateFrom(given?.kind === 'list' ? given.items : []);
}

/** Answers whether a type's name is that of dates. */
export const isDate = (type: string): boolean => /^(?:system\.)?datetime$/i.test(type);

/** Answers the date of year, month, day and what else is given. */
export function dateFrom(items: readonly Value[]): Value {
  const numbers = items.map((item) => (item.kind === 'number' ? item.number : Number.NaN));
  const made = numbers.length >= 3 && numbers.length <= 6 ? dateOf(numbers.slice(0, 5)) : null;
  return made ? { kind: 'date', at: made.at } : unknownValue();
}
