import type { Condition, Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { computed } from './computed.js';
import type { Places } from './finding.js';
import { isGiven, type Judged } from './judged.js';
import { definitionsByWord, whenOf } from './undecided.js';

/** Answers the words that rows name, and those that derived and computed words among them come from. */
export function roots(judged: Judged, rows: readonly Condition[], seen = new Set<string>()): Set<string> {
  for (const { word, cell } of rows) {
    for (const id of cell.kind === 'compare' ? [word, cell.than] : [word]) {
      if (seen.has(id)) continue;
      seen.add(id);
      const { reads = [], compares = [] } = computed.get(id) ?? {};
      for (const input of [...reads, ...compares]) seen.add(input);
      for (const fact of definitionsOf(judged.knowledge, id))
        if (whenOf(judged, fact) !== 'no') roots(judged, fact.when, seen);
    }
  }
  return seen;
}

const definitionsOf = (knowledge: Knowledge, id: string): readonly Fact[] =>
  definitionsByWord(knowledge).get(knowledge.wordById.get(id)?.index ?? -1) ?? [];

/** Answers the word that rows hang on and that stands last in the text; else the last one given beside the text. */
export function lastStated(judged: Judged, rows: readonly Condition[], places: Places): Word | null {
  const ids = [...roots(judged, rows)];
  const placed = ids.flatMap((id) => places.get(id) ?? []);
  const last = placed.sort((a, b) => a.line - b.line || a.column - b.column).at(-1);
  const given = judged.knowledge.words.filter(({ id }) => ids.includes(id) && isGiven(judged, id)).at(-1);
  return (last ? judged.knowledge.wordById.get(last.word) : given) ?? null;
}
