/** Where a statement comes from, ready to print. */
export interface Source {
  readonly document: string;
  readonly heading: string;
  readonly url: string | null;
  readonly inferred?: true;
}

/** How firmly a fact asks for something. */
export type Force = 'required' | 'recommended' | 'optional';
/** Whether a fact holds for certain, or hangs on something not known. */
export type Holds = 'yes' | 'maybe';
/** How loud a warning is, loudest first. */
export const levels = ['high-risk', 'caution', 'note'] as const;
export type Level = (typeof levels)[number];

/** A value of a word, as a script and as a person reads it. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A question that is still to be asked; `options` is empty for a number. */
export interface OpenQuestion {
  readonly word: string;
  readonly label: string;
  readonly question: string;
  readonly help: string;
  readonly type: 'choice' | 'number';
  readonly options: readonly Option[];
}

/** A reason why the plan can't be carried out, with each way out as words to change. */
export interface Blocker {
  readonly fact: string;
  readonly text: string;
  readonly fixes: readonly Readonly<Record<string, string>>[];
  readonly sources: readonly Source[];
}

/** One box, list or step in the console, with the values it may have. */
export interface Setting {
  readonly word: string;
  readonly label: string;
  readonly where: string;
  readonly page: string;
  readonly values: readonly string[];
  readonly valueLabels: readonly string[];
  readonly force: Force;
  readonly facts: readonly string[];
  readonly sources: readonly Source[];
}

/** Something to have done or to keep to. */
export interface ChecklistItem {
  readonly fact: string;
  readonly text: string;
  readonly steps: readonly string[] | null;
  readonly force: Force;
  readonly holds: Holds;
  readonly sources: readonly Source[];
}

/** Something to know before going on. */
export interface Warning {
  readonly fact: string;
  readonly level: Level;
  readonly text: string;
  readonly holds: Holds;
  readonly sources: readonly Source[];
}

/** A procedure, step by step; a step that starts with spaces belongs to the one above. */
export interface Procedure {
  readonly fact: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly holds: Holds;
  readonly sources: readonly Source[];
}

/** The whole plan. Texts are Markdown of this shape only: paragraphs, **labels**, `code`. */
export interface Plan {
  readonly verdict: 'ready' | 'open' | 'blocked';
  readonly answers: Readonly<Record<string, string>>;
  readonly unknown: readonly string[];
  readonly derived: Readonly<Record<string, string>>;
  readonly open: readonly OpenQuestion[];
  readonly blockers: readonly Blocker[];
  readonly settings: readonly Setting[];
  readonly checklist: readonly ChecklistItem[];
  readonly warnings: readonly Warning[];
  readonly procedures: readonly Procedure[];
  readonly path: string;
}
