import type { Plan, Setting } from '../guide/plan-shape.js';
import { type Always, variablesIn } from '../knowledge/cmdlet-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { quote } from './powershell-text.js';
import { fill, type Made } from './powershell-values.js';

/** One parameter of a call, with the setting it carries out. */
export interface Entry {
  readonly parameter: string;
  readonly codes: readonly string[];
  readonly setting: Setting | null;
  /** The codes in words; empty where a person's own text stands in the literal alone. */
  readonly value: string;
}

/** Answers the parameter that says what a cmdlet changes: with a given text, or a variable. */
export function identify(always: Always, plan: Plan, { cmdlets }: Knowledge): Entry {
  const [name = ''] = variablesIn(always.template);
  const variable = cmdlets.variables.get(name);
  const given = plan.answers[variable?.word ?? ''];
  if (!variable || given === undefined)
    return { parameter: always.parameter, codes: [always.template], setting: null, value: '' };
  const form = variable.id?.test(given) ? 'id' : 'name';
  const { parameter, template } = always.forms[form] ?? { parameter: always.parameter, template: '…' };
  const setting = plan.settings.find(({ word }) => word === variable.word) ?? null;
  return { parameter, codes: [fill(template, quote(given))], setting, value: '' };
}

/** Answers the parameters that carry out a setting. */
export function entriesOf({ kind, setting, codes }: Made & { readonly setting: Setting }, word: Word): Entry[] {
  const [first] = codes;
  if (kind === 'ask' && first) {
    const { parameter } = first.target;
    return [{ parameter, codes: [`$${parameter}`], setting, value: 'your choice' }];
  }
  const parameters = [...new Set(codes.map(({ target }) => target.parameter))];
  return parameters.map((parameter) => {
    const mine = codes.filter(({ target }) => target.parameter === parameter);
    const value = word.type === 'text' ? '' : mine.map(({ label }) => label).join(', ');
    return { parameter, codes: mine.map(({ code }) => code), setting, value };
  });
}
