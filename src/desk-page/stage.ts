import { createContext } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Entries, PressPlace } from '../desk-server/act.js';
import type { Entered } from '../desk-server/wire.js';
import { act } from './acts.js';
import { useForm } from './form.js';

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

/** What blocks stand in: a message, modal or Home of a person, with what the desk holds of their entries and what is wrong. */
interface Setting {
  readonly id: string;
  readonly user: string;
  readonly place: PressPlace;
  readonly known: Entries;
  readonly errors?: StageParts['errors'];
}

const noErrors = {};

/** Answers the stage of blocks, and all that was entered there and is to go along. */
export function useStage({ id, user, place: { kind, id: of }, known, errors = noErrors }: Setting) {
  const { held, enter, entries } = useForm(`${user} ${of}`, known);
  return useMemo(
    () => ({
      entries,
      stage: {
        id,
        held,
        enter,
        async press(name: string, value?: Entered) {
          const what = value === undefined ? {} : { value };
          await act({ type: 'press', user, place: { kind, id: of }, name, entries: entries(), ...what });
        },
        errors,
      },
    }),
    [id, user, kind, of, held, enter, entries, errors],
  );
}
