import type { Id } from './id.js';
import type { Row } from './port.js';

/** The index of a kind in memory. */
export interface Rows<Fact extends string> {
  readonly size: number;
  get(id: Id): Row<Fact> | undefined;
  set(row: Row<Fact>): void;
  drop(id: Id): void;
  /** Answers the rows with all these facts that were put after a time, newest first. */
  list(where: Readonly<Partial<Record<Fact, string>>> | undefined, after: number): Row<Fact>[];
  /** Answers all rows, those that were set longest ago first. */
  all(): IterableIterator<Row<Fact>>;
}

type ById<Fact extends string> = Map<Id, Row<Fact>>;

/** Answers an index of rows given in the order of their puts. */
export function rowsOf<Fact extends string>(given: readonly Row<Fact>[]): Rows<Fact> {
  const byId: ById<Fact> = new Map(given.map((row) => [row.id, row]));
  // By fact, then by its text: made when something is first listed by that fact.
  const byFact = new Map<Fact, Map<string, ById<Fact>>>();
  const addTo = (texts: Map<string, ById<Fact>>, fact: Fact, row: Row<Fact>) => {
    const text = row.facts[fact];
    const rows = texts.get(text) ?? new Map();
    rows.set(row.id, row);
    texts.set(text, rows);
  };
  const listedBy = (fact: Fact): Map<string, ById<Fact>> => {
    const known = byFact.get(fact);
    if (known) return known;
    const texts = new Map<string, ById<Fact>>();
    for (const row of byId.values()) addTo(texts, fact, row);
    byFact.set(fact, texts);
    return texts;
  };
  const drop = (id: Id) => {
    const row = byId.get(id);
    if (!row) return;
    byId.delete(id);
    for (const [fact, texts] of byFact) {
      const rows = texts.get(row.facts[fact]);
      rows?.delete(id);
      if (rows?.size === 0) texts.delete(row.facts[fact]);
    }
  };
  return {
    get size() {
      return byId.size;
    },
    get: (id) => byId.get(id),
    set(row) {
      drop(row.id);
      byId.set(row.id, row);
      for (const [fact, texts] of byFact) addTo(texts, fact, row);
    },
    drop,
    list(where, after) {
      // A record of facts has no keys but facts; Object.entries forgets that.
      const wanted = (Object.entries(where ?? {}) as [Fact, string | undefined][]).filter(
        ([, text]) => text !== undefined,
      );
      const [first] = wanted;
      const found = first ? listedBy(first[0]).get(first[1] ?? '') : byId;
      return [...(found?.values() ?? [])]
        .filter((row) => row.at > after && wanted.every(([fact, text]) => row.facts[fact] === text))
        .sort((a, b) => b.serial - a.serial);
    },
    all: () => byId.values(),
  };
}
