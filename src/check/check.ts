import type { Knowledge } from '../knowledge/knowledge.js';
import type { Pages } from '../knowledge/read.js';
import type { Place } from '../text/sections.js';
import type { Documents } from './documents.js';
import type { Walked } from './walk.js';

/** Something to mend: where, what is wrong, what to do. */
export interface Finding {
  readonly place: Place;
  readonly message: string;
}

/** What a check found, and how much it looked at. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** Such as "158 facts". */
  readonly looked: string;
  /** What is worth telling and no fault. */
  readonly told?: readonly string[];
}

/** The pages, and what they state, linked and walked when first asked for. */
export interface Subject {
  readonly pages: Pages;
  /** Throws Unusable where the pages don't link. */
  readonly knowledge: () => Knowledge;
  readonly walked: () => Walked;
}

/** One thing that the knowledge has to be. */
export interface Check {
  readonly name: string;
  readonly description: string;
  readonly check: (subject: Subject) => Outcome;
}

/** One thing that the knowledge has to be beside the documents it cites. */
export interface DocumentCheck {
  readonly name: string;
  readonly description: string;
  readonly check: (knowledge: Knowledge, documents: Documents) => Outcome;
}
