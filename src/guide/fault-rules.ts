import type { Fault } from './reading.js';

/** A kind of fault in a text itself: what it is about, why it matters or what to do, and how much it weighs. */
export interface FaultKind {
  readonly about: string;
  readonly help: string;
  /** Null where it is as bad as the faults it stands for. */
  readonly level: Fault['level'] | null;
}

/** The kinds of fault in a text itself, by rule. */
export const faultRules = {
  'input/unknown-value': {
    about: "A value that the vocabulary doesn't know",
    help: 'The message lists the values that are allowed, and the one that was probably meant.',
    level: 'error',
  },
  'input/unknown-word': {
    about: "A name that is nearly a word, but isn't",
    help: 'What stands behind it is not judged. Write the name that the message gives.',
    level: 'warning',
  },
  'input/twice': {
    about: 'A word given twice with different values',
    help: 'The first value is judged. Keep one of the two.',
    level: 'error',
  },
  'input/not-well-formed': {
    about: 'Structured text that breaks off or is not well-formed',
    help: 'What could be read is judged. Complete the text and validate it again.',
    level: 'error',
  },
  'input/unknown-parameter': {
    about: "A parameter that the cmdlet doesn't have",
    help: 'PowerShell refuses the call. The message names the parameter to pass, or where the setting is made.',
    level: 'error',
  },
  'input/removed-parameter': {
    about: 'A parameter that the cmdlet no longer has',
    help: 'The message names the parameter that took its place.',
    level: 'error',
  },
  'input/ambiguous-parameter': {
    about: 'A short name that several parameters begin with',
    help: 'PowerShell refuses the call. Write out the parameter that is meant.',
    level: 'error',
  },
  'input/missing-value': {
    about: 'A parameter with no value',
    help: 'PowerShell refuses the call. Pass a value, or leave the parameter out.',
    level: 'error',
  },
  'input/missing-parameter': {
    about: "A parameter that a cmdlet can't do without",
    help: 'A piece of a script may leave it out; before it runs, one of the parameters in the message has to be passed.',
    level: 'note',
  },
  'input/exclusive-parameters': {
    about: 'Parameters of which a cmdlet takes only one',
    help: 'PowerShell refuses the call. Pass one of them.',
    level: 'error',
  },
  'input/unknown-cmdlet': {
    about: 'A name that is nearly a cmdlet, but is none',
    help: 'The call is judged as the cmdlet that the message names.',
    level: 'error',
  },
  'input/deprecated-cmdlet': {
    about: 'A cmdlet that another one has taken the place of',
    help: 'It may still run. Write new scripts with the cmdlet that the message names.',
    level: 'warning',
  },
  'input/encoding': {
    about: 'A text in an old encoding',
    help: 'Letters beyond ASCII may have been read wrongly. Save the text as UTF-8.',
    level: 'note',
  },
  'input/other-object': {
    about: 'An object that is no deployment of a task sequence',
    help: 'The facts are about deployments of task sequences; nothing can be said of it.',
    level: 'warning',
  },
  'input/other-dialect': {
    about: 'A task sequence of the Microsoft Deployment Toolkit',
    help: 'Its own steps are not read. Export the task sequence from Configuration Manager.',
    level: 'warning',
  },
  'input/more': {
    about: 'Faults that are not listed one by one',
    help: 'It is as bad as the worst of them. Mend those that are listed, and validate again.',
    level: null,
  },
} as const satisfies Readonly<Record<string, FaultKind>>;
export type FaultRule = keyof typeof faultRules;

/** Answers the kind of fault with this rule, or undefined where the rule is a fact's. */
export const faultKind = (rule: string): FaultKind | undefined =>
  Object.entries<FaultKind>(faultRules).find(([id]) => id === rule)?.[1];
