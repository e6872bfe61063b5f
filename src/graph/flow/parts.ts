import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Word } from '../../knowledge/vocabulary.js';
import type { Step } from './steps.js';

/** Answers the question that most facts hang on: it parts the flow into charts. */
export function partingWord(knowledge: Knowledge): Word {
  const counts = new Map<Word, number>();
  for (const { when } of knowledge.facts)
    for (const id of new Set(when.map(({ word }) => word))) {
      const word = knowledge.wordById.get(id);
      if (word?.role === 'asked' && word.values.length > 0) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first ? first[0] : knowledge.version;
}

/** Answers a step and all that can follow, each once, the nearest first; nothing that follows `stop`. */
export function stepsFrom(start: Step, stop?: Step): Step[] {
  const found = [start];
  for (const step of found)
    for (const { to } of step.id === stop?.id ? [] : step.ways) if (!found.includes(to)) found.push(to);
  return found;
}

/** Answers the step that ends most charts alike, so that drawing it once spares most boxes; null where none does. */
export function sharedEnd(starts: readonly Step[]): Step | null {
  const charts = new Map<Step, number>();
  for (const start of starts) for (const step of stepsFrom(start)) charts.set(step, (charts.get(step) ?? 0) + 1);
  const spared = ([step, times]: readonly [Step, number]) => (times - 1) * (stepsFrom(step).length - 2);
  const [best] = [...charts].sort((a, b) => spared(b) - spared(a));
  return best && spared(best) > 0 && best[0].question ? best[0] : null;
}
