/** What a reader makes of unknown JSON: a value, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly wrong: string };

/** How the entries of a kind are read. */
export interface Form<T> {
  /** Its folder: lower-case letters and hyphens. */
  readonly name: string;
  /** Counts from 1. A new one is due when the shape of the value, or what a fact says, changes. */
  readonly version: number;
  /** The first turns a value of version 1 into one of version 2, and so on: one fewer than the version. */
  readonly migrations: readonly ((value: unknown) => unknown)[];
  /** Reads unknown JSON of the current version; whatever it doesn't know is wrong. */
  readonly read: (value: unknown) => Read<T>;
}

/** A kind of entries: how they are read, what the index holds of them, how long they live. `Fact` are the names of the facts. */
export interface Kind<T, Fact extends string> extends Form<T> {
  /** Small texts kept in the index; entries are listed by them, and lists show them without reading an entry. */
  readonly facts: { readonly [Name in Fact]: (value: T) => string };
  /** Days after its last put until an entry is removed. */
  readonly days: number;
}

/** A kind as far as its facts have names. */
export type Named<Fact extends string> = { readonly facts: Readonly<Record<Fact, unknown>> };

/** Answers the names of a kind's facts, in the order they are written down. */
export const factNames = <Fact extends string>({ facts }: Named<Fact>): Fact[] =>
  // Object.keys doesn't keep the type; a kind is written out in full, so it has no other names.
  Object.keys(facts) as Fact[];

/** Answers the facts of a value. */
export const factsOf = <T, Fact extends string>(kind: Kind<T, Fact>, value: T): Readonly<Record<Fact, string>> =>
  factRecord(factNames(kind), (name) => kind.facts[name](value));

/** Answers a record with a text for each of these facts. */
export const factRecord = <Fact extends string>(
  names: readonly Fact[],
  text: (name: Fact, at: number) => string,
): Readonly<Record<Fact, string>> =>
  // fromEntries widens the names to string; they are exactly these.
  Object.fromEntries(names.map((name, at) => [name, text(name, at)])) as Record<Fact, string>;

/** Throws where a kind's definition contradicts itself: a mistake in the program. */
export function mustBeSound<T>({ name, version, migrations, days }: Form<T> & { readonly days: number }): void {
  if (!/^[a-z][a-z-]{0,30}$/.test(name)) throw new Error(`kind "${name}": its name must be lower-case letters`);
  if (migrations.length !== version - 1)
    throw new Error(`${name}: version ${version} takes ${version - 1} migrations, not ${migrations.length}`);
  if (!(days > 0)) throw new Error(`${name}: its entries must live longer than ${days} days`);
}
