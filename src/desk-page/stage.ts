import { createContext } from 'preact';
import type { Entered } from '../desk-server/wire.js';

/** Where blocks stand, and what can be done with them there. */
export interface StageParts {
  /** Makes ids on the page that nothing else has. */
  readonly id: string;
  /** Answers what was entered into an element (`block/action`), undefined where nothing was. */
  readonly held: (name: string) => Entered | undefined;
  readonly enter: (name: string, value: Entered) => void;
  /** Presses an element, or chooses in it; answers once the app has taken it. */
  readonly press: (name: string, value?: Entered) => Promise<void>;
  /** What is wrong with a block's field. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The stage that blocks stand on. */
export const Stage = createContext<StageParts>({
  id: 'stage',
  held: () => undefined,
  enter: () => undefined,
  press: () => Promise.resolve(),
  errors: {},
});
