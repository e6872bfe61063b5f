import type { Test } from '../logic/judge.js';
import type { Place } from '../text/sections.js';

/** A parameter and how its value is written: `…` stands for the value, `$Name` for what the script's user gives. */
export interface Parameter {
  readonly parameter: string;
  readonly template: string;
}

/** A parameter with the cmdlet that has it. */
export interface Target extends Parameter {
  readonly cmdlet: string;
}

/** A parameter that a cmdlet is always called with; `forms` are the parameters for a given id or name. */
export interface Always extends Parameter {
  readonly forms: Readonly<Record<Form, Parameter | null>>;
}

/** What a given text is. */
export type Form = 'id' | 'name';

/** A cmdlet that a script may call. */
export interface Cmdlet extends Place {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** When the cmdlet has its parameters. */
  readonly when: readonly Test[];
  readonly always: readonly Always[];
  /** Parameters that it takes only then. */
  readonly only: readonly { readonly parameters: readonly string[]; readonly tests: readonly Test[] }[];
  /** Of the cmdlet that deploys: when it needn't be held back by -WhatIf. */
  readonly safe: readonly Test[] | null;
}

/** What the user of a script has to give. */
export interface Variable extends Place {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** The word that gives it, if it is given. */
  readonly word: string | null;
  /** The value of that word that it stands for while several are left. */
  readonly value: string | null;
  /** What an id looks like; other texts are names. */
  readonly id: RegExp | null;
  /** What a value has to look like, as PowerShell checks it. */
  readonly pattern: string | null;
}

/** What scripts are made from, cmdlets in the order of their calls. */
export interface Cmdlets {
  readonly intro: string;
  readonly list: readonly Cmdlet[];
  readonly variables: ReadonlyMap<string, Variable>;
}

const named = String.raw`[A-Za-z]\w*`;
const parameterShape = new RegExp(String.raw`^(${named})(?:\s+(.+))?$`);
const targetShape = new RegExp(String.raw`^([A-Za-z]+-${named})\s+-(${named})(?:\s+(.+))?$`);

/** Answers the cmdlet and parameter that a `powershell` row names, or null where it is a plain value. */
export function targetOf(row: string | null): Target | null {
  const [, cmdlet, parameter, template = '…'] = targetShape.exec(row ?? '') ?? [];
  return cmdlet === undefined || parameter === undefined ? null : { cmdlet, parameter, template };
}

/** Answers the parameter that a row names, or null where it names none. */
export function parameterOf(row: string): Parameter | null {
  const [, parameter, template = '…'] = parameterShape.exec(row) ?? [];
  return parameter === undefined ? null : { parameter, template };
}

/** Answers the names of the variables in a template or in code; what looks like one in a literal is text. */
export const variablesIn = (code: string): string[] =>
  [...code.replace(/'[^']*'/g, '').matchAll(/\$(\w+)/g)].flatMap(([, name = '']) =>
    /^(true|false|null)$/i.test(name) ? [] : [name],
  );
