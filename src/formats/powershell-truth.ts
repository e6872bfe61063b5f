import type { Plan } from '../guide/plan-shape.js';
import { type Knowledge, maskOf } from '../knowledge/knowledge.js';
import { judgeAll, type State, type Test, type Truth } from '../logic/judge.js';

/** Answers whether rows are true of a plan: of its settings, answers and derived words. */
export function truthIn(plan: Plan, { words }: Knowledge): (tests: readonly Test[]) => Truth {
  const masks = new Int32Array(words.length);
  for (const word of words) {
    const known = plan.settings.find((setting) => setting.word === word.id)?.values ?? [
      plan.answers[word.id] ?? plan.derived[word.id] ?? '',
    ];
    masks[word.index] = maskOf(word, known) || word.full;
  }
  const none = new Uint8Array(words.length);
  const state: State = { masks, fixed: none, numbers: [], hidden: none };
  return (tests) => judgeAll(tests, state);
}
