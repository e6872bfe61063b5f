import type { Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { binding } from '../knowledge/link.js';

/** Answers whether a fact can block a plan, or strike a value that another one is blocked by. */
const canBlock = (fact: Fact): boolean => fact.must.length > 0 && (binding(fact) || fact.kind === 'definition');

/** Answers the knowledge without the facts that can't block: as much as it takes to see whether a change helps. */
export function blockableOnly(knowledge: Knowledge): Knowledge {
  const earlier = known.get(knowledge);
  if (earlier) return earlier;
  const kept = knowledge.facts.filter(canBlock);
  const only = {
    ...knowledge,
    facts: kept.map((fact, index) => ({ ...fact, index })),
    rules: kept.flatMap(({ index }) => knowledge.rules[index] ?? []),
    sources: kept.flatMap(({ index }) => [knowledge.sources[index] ?? []]),
  };
  known.set(knowledge, only);
  return only;
}

const known = new WeakMap<Knowledge, Knowledge>();
