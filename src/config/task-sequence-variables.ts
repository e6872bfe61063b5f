import type { Variable } from '../knowledge/marks.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { TextPlace } from './places.js';
import { type Exported, type Step, variableOf } from './task-sequence-export.js';

/** What one place of an export says of a word: a value, or why none can be told. */
export interface Told {
  readonly value: string | null;
  readonly text: string;
  readonly at: TextPlace;
  readonly inferred: boolean;
  /** Why its value can't be one. */
  readonly fault: string | null;
  readonly why: string;
}

/** Answers a place that says nothing yet. */
export const untold = (text: string, at: TextPlace): Told => ({
  value: null,
  text,
  at,
  inferred: false,
  fault: null,
  why: '',
});

const late = "a variable's value isn't known before the task sequence runs";
const shown = ({ type, name }: Step) => `${type} "${name}"`;

/** Answers what the variables of a step say of a word. */
export function valueIn(word: Word, step: Step): Told {
  const [own] = word.marks.variables;
  if (own) return twofold(word, own, step);
  const known = word.values.flatMap(({ id, marks }) => marks.variables.map((variable) => ({ id, variable })));
  const exact = known.filter(({ variable }) => variable.how === 'is');
  const cell = exact.flatMap(({ variable }) => variableOf(step, variable.name) ?? [])[0];
  if (cell && cell.text !== '') {
    const told = untold(`${cell.name} ${cell.text}`, cell);
    const rows = exact.filter(({ variable }) => variable.name.toLowerCase() === cell.name.toLowerCase());
    const meant = rows.find(({ variable }) => variable.text === cell.text);
    if (meant) return { ...told, value: meant.id };
    if (cell.text.includes('%')) return { ...told, why: late };
    const allowed = rows.map(({ id, variable }) => `${variable.text} (${id})`).join(', ');
    return { ...told, fault: `${cell.name} is "${cell.text}". Allowed: ${allowed}.` };
  }
  // Without it, the one name that is set says the same.
  const [only, other] = known.filter(
    ({ variable }) => variable.how === 'set' && (variableOf(step, variable.name)?.text ?? '') !== '',
  );
  const value = only && !other ? only.id : null;
  return { ...untold(shown(step), step), value, inferred: true, why: `it doesn't say what ${word.id} is` };
}

/** A word of two values: the first where the variable is set, or holds the property; else the second. */
function twofold(word: Word, variable: Variable, step: Step): Told {
  const cell = variableOf(step, variable.name);
  const text = cell?.text ?? '';
  const told = untold(cell ? `${variable.name} ${text}` : shown(step), cell ?? step);
  const found = variable.how === 'with' ? propertyIn(text, variable.text) : text === '' ? null : text;
  if (found === null && text.includes('%')) return { ...told, why: late };
  const fault =
    found !== null && /^https?:/i.test(found)
      ? `${variable.text} has no https:// in front: write ${variable.text}=${found.replace(/^https?:\/*/i, '')}.`
      : null;
  return { ...told, fault, value: word.values[found === null ? 1 : 0]?.id ?? null };
}

/** Answers the value of a property in `NAME=value NAME="value"`, or null where it isn't given one. */
function propertyIn(text: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s"';])${name}=["']?([^\\s"']{1,400})`, 'i').exec(text);
  return found?.[1] ?? null;
}

/** Answers what enabled steps that set variables of their own choice say of a word: they may beat the step's own. */
export function overrides(word: Word, { steps }: Exported): Told[] {
  const names = [word.marks, ...word.values.map(({ marks }) => marks)].flatMap(({ variables }) =>
    variables.map(({ name }) => name.toLowerCase()),
  );
  return steps.flatMap((step) => {
    const name = variableOf(step, 'VariableName')?.text ?? '';
    const cell = variableOf(step, 'VariableValue');
    if (!step.enabled || !names.includes(name.toLowerCase())) return [];
    const set = cell ? [[name.toLowerCase(), { ...cell, name }] as const] : [];
    const told = valueIn(word, { ...step, variables: new Map(set) });
    return [{ ...told, text: `${shown(step)} sets ${name} to ${cell?.text ?? ''}`, at: cell ?? step }];
  });
}
