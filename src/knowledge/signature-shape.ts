import type { Place } from '../text/sections.js';

/** What a posted call of a cmdlet says: it makes a deployment, changes one, sets something else, looks something up, … */
export const callRoles = ['creates', 'changes', 'sets', 'finds', 'schedules', 'common'] as const;
export type CallRole = (typeof callRoles)[number];

/** What a parameter takes. `Day` and `Time` are halves of a date; `Unknown` says nothing that can be told. */
export const parameterTypes = [
  'Boolean',
  'Switch',
  'Choice',
  'Choices',
  'DateTime',
  'Day',
  'Time',
  'Schedule',
  'String',
  'Number',
  'Object',
  'Unknown',
] as const;
export type ParameterType = (typeof parameterTypes)[number];

/** A parameter that a posted call may pass. */
export interface Passable {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: ParameterType;
  /** The word that it gives. */
  readonly word: string | null;
  /** The value that it gives that word by being passed at all, such as WorkgroupName. */
  readonly value: string | null;
  /** What a text has to look like to give that value, as a script of ours checks it. */
  readonly pattern: RegExp | null;
  /** What that text is, for a person. */
  readonly hint: string;
  /** What shows that a text, or the variable in its place, gives that value; another text says nothing. */
  readonly sign: RegExp | null;
  /** The variable that stands for what a script's user gives, with its $; as our own scripts call it. */
  readonly standIn: string | null;
}

/** What stands in place of a parameter that a cmdlet doesn't have: another one, or a sentence. */
export interface Missing {
  readonly name: string;
  readonly instead: string;
  /** Whether an earlier release of the cmdlet had it. */
  readonly removed: boolean;
}

/** Answers the parameter to pass instead, of its name or of its name and value; null where a sentence says what to do. */
export const insteadOf = (instead: string): string | null => /^(\w+)(?: \(.*\))?$/.exec(instead)?.[1] ?? null;

/** Parameters of which a call passes one. */
export interface OneOf {
  readonly names: readonly string[];
  /** What is missing where none is passed, or null where that is fine. */
  readonly needed: string | null;
}

/** A value that a word has for sure where a call passes no parameter of it, while another word has a value. */
export interface LeftOut {
  readonly word: string;
  readonly value: string;
  readonly when: { readonly word: string; readonly value: string } | null;
}

/** What a posted call of a cmdlet may pass. */
export interface Signature extends Place {
  readonly cmdlet: string;
  readonly role: CallRole;
  /** The cmdlet to use in its place, or null. */
  readonly deprecated: string | null;
  /** By name and alias, lower case, with the parameters that every cmdlet has. */
  readonly parameters: ReadonlyMap<string, Passable>;
  /** What the first value with no name can be. */
  readonly first: readonly Passable[];
  readonly oneOf: readonly OneOf[];
  readonly missing: readonly Missing[];
  readonly leftOut: LeftOut | null;
  /** Parameters that are often passed for another word than theirs, with that word. */
  readonly takenFor: readonly { readonly parameter: string; readonly word: string }[];
}

/** The cmdlets that posted scripts may call, by name in lower case. */
export type Signatures = ReadonlyMap<string, Signature>;
