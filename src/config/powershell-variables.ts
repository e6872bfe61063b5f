import { either, unknownValue, type Value } from './powershell-value.js';

/** What the variables of a script hold while it is read from top to bottom. */
export interface Variables {
  readonly get: (name: string) => Value;
  readonly set: (name: string, value: Value) => void;
  /** Reads branches of which one or none runs, and joins what they leave; `one`: whether one of them runs for sure. */
  readonly branches: (branches: readonly (() => void)[], one: boolean) => void;
  /** Reads the body of a function, which may run at any time: it sees what is set once in the whole script alone. */
  readonly inFunction: (body: () => void) => void;
}

type Held = Map<string, Value | undefined>;

/** Answers variables of which none is set. */
export function newVariables(): Variables {
  let now: Held = new Map();
  const times = new Map<string, number>();
  /** What each variable held before the branch that is being read, for the branches around each other. */
  const before: Held[] = [];

  const put = (name: string, value: Value | undefined) => {
    const around = before.at(-1);
    if (around && !around.has(name)) around.set(name, now.get(name));
    now.set(name, value);
  };

  const branch = (read: () => void): Held => {
    const old: Held = new Map();
    before.push(old);
    read();
    before.pop();
    const left: Held = new Map();
    for (const [name, value] of old) {
      left.set(name, now.get(name));
      now.set(name, value);
    }
    return left;
  };

  return {
    get: (name) => now.get(name) ?? unknownValue(),
    set: (name, value) => {
      times.set(name, (times.get(name) ?? 0) + (before.length > 0 ? 2 : 1));
      put(name, value);
    },
    branches: (reads, one) => {
      const ends = reads.map(branch);
      for (const name of new Set(ends.flatMap((end) => [...end.keys()]))) {
        const values = ends.map((end) => (end.has(name) ? end.get(name) : now.get(name)));
        if (!one) values.push(now.get(name));
        put(
          name,
          values.reduce((first, second) => either(first, second)),
        );
      }
    },
    inFunction: (body) => {
      const outside = now;
      now = new Map([...outside].filter(([name]) => times.get(name) === 1));
      body();
      now = outside;
    },
  };
}
