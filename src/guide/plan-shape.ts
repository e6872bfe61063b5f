import type { Force, Level } from '../knowledge/facts.js';
import type { Source } from '../knowledge/sources.js';

export type { Force, Level, Source };

/** Whether a fact holds for certain, or hangs on something not known. */
export type Holds = 'yes' | 'maybe';

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

/** Words to change, each with the value to give it. */
export type Fix = Readonly<Record<string, string>>;

/** A reason why the plan can't be carried out, with each way out as words to change. */
export interface Blocker {
  readonly fact: string;
  readonly text: string;
  readonly fixes: readonly Fix[];
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
  /** One more choice, which no list of values can hold: any date and time. */
  readonly free?: Option;
  /** The first value as a moment (ISO, UTC), where it is a time in UTC. */
  readonly moment?: string;
  readonly force: Force;
  readonly facts: readonly string[];
  readonly sources: readonly Source[];
}

/** Something to have done or to keep to. */
export interface ChecklistItem {
  readonly fact: string;
  /** A setting stands here only where it hangs on something. */
  readonly kind: 'prerequisite' | 'limit' | 'setting';
  /** The words it asks something of. */
  readonly words: readonly string[];
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
  readonly text: string;
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
