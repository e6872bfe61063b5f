import type { Fact } from '../../knowledge/facts.js';

/** Facts that hold only when one and the same row is true. */
export interface Sharing {
  readonly word: string;
  readonly cell: string;
  readonly facts: readonly Fact[];
}

/** Fewer facts need no frame of their own. */
const few = 3;

/** Answers the facts that share a row of `when`, the largest group first; each fact is in one at most. */
export function sharing(facts: readonly Fact[]): Sharing[] {
  const groups = new Map<string, { word: string; cell: string; facts: Fact[] }>();
  for (const fact of facts)
    for (const { word, text } of fact.when) {
      const key = `${word}: ${text}`;
      const group = groups.get(key) ?? { word, cell: text, facts: [] };
      group.facts.push(fact);
      groups.set(key, group);
    }
  const [largest] = [...groups.values()].sort((a, b) => b.facts.length - a.facts.length);
  if (!largest || largest.facts.length < few) return [];
  return [largest, ...sharing(facts.filter((fact) => !largest.facts.includes(fact)))];
}
