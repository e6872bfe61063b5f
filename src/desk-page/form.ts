import { useMemo, useRef, useState } from 'preact/hooks';
import type { Entries } from '../desk-server/act.js';
import type { Entered } from '../desk-server/wire.js';

/** What is being entered into blocks. */
export interface Form {
  readonly held: (name: string) => Entered | undefined;
  readonly enter: (name: string, value: Entered) => void;
  /** Answers all that was entered here and is to go along. */
  readonly entries: () => Entries;
}

/** Answers what is entered into the blocks of one place; another key is another place. `known` is what the desk holds of it. */
export function useForm(key: string, known: Entries): Form {
  const [own, set] = useState<{ key: string; entries: Entries }>({ key, entries: {} });
  const entries = own.key === key ? own.entries : {};
  // What is pressed right after an entry has to send that entry too, before anything is drawn anew.
  const latest = useRef(entries);
  latest.current = entries;
  const both = JSON.stringify([key, entries, known]);
  return useMemo(
    () => ({
      held: (name) => (Object.hasOwn(entries, name) ? entries[name] : known[name]),
      enter(name, value) {
        latest.current = { ...latest.current, [name]: value };
        set({ key, entries: latest.current });
      },
      entries: () => latest.current,
    }),
    [both],
  );
}
