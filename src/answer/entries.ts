import type { Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Topic } from '../knowledge/speech.js';

/** Something that a question can be about: a fact, a topic that the documents don't cover, or one that needs a word first. */
export type Entry = { readonly key: string; readonly heading: string; readonly asks: readonly string[] } & (
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'elsewhere' | 'unclear'; readonly topic: Topic }
);

/** Answers all that a question can be about. */
export function entriesOf({ facts, speech }: Knowledge): Entry[] {
  const topic = (kind: 'elsewhere' | 'unclear') => (one: Topic) => ({
    key: `${kind} ${one.heading}`,
    kind,
    topic: one,
    heading: one.heading,
    asks: one.asks,
  });
  return [
    ...facts.flatMap((fact) =>
      fact.kind === 'definition' && fact.asks.length === 0
        ? []
        : [{ key: `fact ${fact.id}`, kind: 'fact' as const, fact, heading: fact.heading, asks: fact.asks }],
    ),
    ...speech.elsewhere.map(topic('elsewhere')),
    ...speech.unclear.map(topic('unclear')),
  ];
}

/** Answers the labels that belong to a fact: of the words it asks something of, of their values and places. */
export function labelsOf({ wordById }: Knowledge, fact: Fact): string {
  return fact.must
    .flatMap(({ word: id, cell }) => {
      const word = wordById.get(id);
      if (!word) return [];
      const wanted =
        'values' in cell && cell.kind === 'one-of' && word.values.length > cell.values.length ? cell.values : [];
      const values = word.values.filter(({ id: value }) => wanted.includes(value));
      return [word.label, word.page, ...values.map(({ label }) => label)];
    })
    .join(' ');
}
