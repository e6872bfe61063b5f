/** What an expression of a script is known to give. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'null' }
  /** YYYY-MM-DDTHH:mm. */
  | { readonly kind: 'date'; readonly at: string }
  | { readonly kind: 'schedule'; readonly element: string; readonly utc: boolean }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | Table
  /** An object that a cmdlet looks up, by the words that it was looked up by. */
  | { readonly kind: 'object'; readonly words: ReadonlyMap<string, string> }
  | Unknown;

/** A value that the script alone doesn't tell. */
export interface Unknown {
  readonly kind: 'unknown';
  /** Why, where that is worth saying. */
  readonly why: string;
}

/** A hashtable. */
export interface Table {
  readonly kind: 'table';
  /** By key in lower case. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Keys that stand twice in one literal. */
  readonly twice: readonly Entry[];
  /** Whether it may hold more. */
  readonly open: boolean;
}

/** One key of a hashtable. */
export interface Entry {
  readonly key: string;
  readonly value: Value;
  /** Where the key, and the end of the value, stand in the script. */
  readonly start: number;
  readonly end: number;
  /** Where the value starts; null where it doesn't stand by itself. */
  readonly from: number | null;
}

/** Answers a value that can't be told, and why. */
export const unknownValue = (why = ''): Unknown => ({ kind: 'unknown', why });
/** A text longer than this isn't passed to a parameter; a list with more isn't either. */
const longest = 10_000;
const mostItems = 1000;

/** Answers a text as a value. */
export const text = (text: string): Value => (text.length > longest ? unknownValue() : { kind: 'text', text });

/** Answers a list of values; a list in it is one with it. */
export function listOf(values: readonly Value[]): Value {
  const items = values.flatMap((value) => (value.kind === 'list' ? value.items : [value]));
  return items.length > mostItems ? unknownValue() : { kind: 'list', items };
}

/** A hashtable with more keys than this isn't a call's parameters. */
const mostKeys = 300;

/** Answers a hashtable with a key set; what is set once more is replaced. */
export function withEntry(table: Table, entry: Entry): Value {
  if (table.entries.size > mostKeys) return unknownValue();
  const entries = new Map(table.entries);
  entries.set(entry.key.toLowerCase(), entry);
  return { ...table, entries };
}

/** Answers a hashtable without a key. */
export function withoutEntry(table: Table, key: string): Value {
  const entries = new Map(table.entries);
  entries.delete(key.toLowerCase());
  return { ...table, entries };
}

/** Answers two hashtables as one. */
export function joinedTables(first: Table, second: Table): Value {
  if (first.entries.size + second.entries.size > mostKeys) return unknownValue();
  return {
    kind: 'table',
    entries: new Map([...first.entries, ...second.entries]),
    twice: [...first.twice, ...second.twice],
    open: first.open || second.open,
  };
}

/** Answers what is known of a value that may be one or the other. */
export function either(first: Value | undefined, second: Value | undefined): Value {
  if (first === second && first) return first;
  if (!first || !second) return unknownValue('it is set under a condition');
  if (first.kind === 'table' && second.kind === 'table') return eitherTable(first, second);
  return same(first, second) ? first : unknownValue('it hangs on a condition');
}

function eitherTable(first: Table, second: Table): Table {
  const entries = new Map<string, Entry>();
  for (const [key, entry] of [...first.entries, ...second.entries]) {
    if (entries.has(key)) continue;
    const [one, other] = [first.entries.get(key)?.value, second.entries.get(key)?.value];
    const nested = one !== other && (one?.kind === 'table' || other?.kind === 'table');
    entries.set(key, { ...entry, value: nested ? unknownValue() : either(one, other) });
  }
  return { kind: 'table', entries, twice: first.twice, open: first.open || second.open };
}

const same = (first: Value, second: Value): boolean =>
  first.kind === second.kind &&
  first.kind !== 'unknown' &&
  first.kind !== 'table' &&
  first.kind !== 'object' &&
  JSON.stringify(first) === JSON.stringify(second);
