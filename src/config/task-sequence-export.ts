import type { TextPlace } from './places.js';
import type { Cell } from './printed-object.js';

/** A step of an exported sequence. */
export interface Step extends TextPlace {
  readonly type: string;
  readonly name: string;
  readonly runIn: string;
  /** Neither it nor a group above it is switched off. */
  readonly enabled: boolean;
  /** It, or a group above it, has a condition. */
  readonly conditional: boolean;
  /** Its variables, by name in lower case. */
  readonly variables: ReadonlyMap<string, Cell>;
}

/** One exported task sequence. */
export interface Exported extends TextPlace {
  /** Its properties, by name in lower case; none of a bare sequence. */
  readonly properties: ReadonlyMap<string, Cell>;
  /** null where no sequence is in it. */
  readonly version: string | null;
  readonly steps: readonly Step[];
}

/** Answers the variable of a step, or undefined. */
export const variableOf = (step: Step, name: string): Cell | undefined => step.variables.get(name.toLowerCase());
