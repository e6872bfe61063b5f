import type { Setting } from '../guide/plan-shape.js';
import { dated } from '../guide/value.js';
import { type Cmdlets, type Target, targetOf, variablesIn } from '../knowledge/cmdlet-shape.js';
import type { Value, Word } from '../knowledge/vocabulary.js';
import { quote } from './powershell-text.js';

/** A value as PowerShell code, with the parameter that takes it. */
export interface Coded {
  readonly target: Target;
  readonly code: string;
  readonly label: string;
}

/** What a script makes of a setting: parameters, a choice that its user has to make or may make, or work by hand. */
export interface Made {
  readonly kind: 'set' | 'ask' | 'offer' | 'by-hand';
  readonly codes: readonly Coded[];
}

const byHand: Made = { kind: 'by-hand', codes: [] };

/** Answers what a script makes of a setting; a given value is set, of several that are left none is picked. */
export function made(setting: Setting, word: Word, given: boolean, cmdlets: Cmdlets): Made {
  const codes = setting.values.flatMap((value, at) => coded(word, value, setting.valueLabels[at] ?? value));
  if (codes.length === 0) return byHand;
  if (given || setting.values.length === 1) return { kind: 'set', codes };
  const standIn = setting.force === 'required' ? standInOf(word, setting, cmdlets) : [];
  if (standIn.length > 0) return { kind: 'set', codes: standIn };
  const alike = codes.every(({ target }) => target.parameter === codes[0]?.target.parameter);
  return { kind: setting.force === 'required' && alike ? 'ask' : 'offer', codes };
}

/** Answers a template with the value in its place. */
export const fill = (template: string, code: string): string => template.replaceAll('…', () => code);

function coded(word: Word, value: string, label: string): Coded[] {
  const known = valueNamed(word, value);
  const own = targetOf(known?.powershell ?? null);
  const target = own ?? targetOf(word.powershell);
  if (!target) return [];
  const code = own || !known ? quote(value) : known.powershell;
  // A variable stands for what is there: nothing is passed for what isn't.
  if (code === null || (code === '$false' && variablesIn(target.template).length > 0)) return [];
  return [{ target, label, code: fill(target.template, own || !known ? code : literal(code)) }];
}

const valueNamed = (word: Word, value: string): Value | undefined =>
  word.values.find(({ id }) => id === (dated(value) ? 'date' : value));

const literal = (powershell: string) => (/^\$(true|false)$/.test(powershell) ? powershell : quote(powershell));

/** While several values are left, a variable may stand for one of them that its user completes. */
function standInOf(word: Word, setting: Setting, { variables }: Cmdlets): Coded[] {
  return [...variables.values()].flatMap((variable) => {
    if (variable.word !== word.id || variable.value === null || !setting.values.includes(variable.value)) return [];
    const target = targetOf(word.values.find(({ id }) => id === variable.value)?.powershell ?? null);
    return target ? [{ target, label: 'your choice', code: fill(target.template, `$${variable.name}`) }] : [];
  });
}
