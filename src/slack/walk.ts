import type { Answers } from '../guide/answers.js';
import type { Plan } from '../guide/plan-shape.js';

/** Answers the word answered before the one that is asked, or the last one; null where there is none. */
export function wordBefore(answers: Answers, asking: string | null): string | null {
  const words = [...answers.keys()];
  const at = asking === null ? -1 : words.indexOf(asking);
  return words[(at < 0 ? words.length : at) - 1] ?? null;
}

/** Answers the word of the next open question, or null where none is left. */
export const nextQuestion = (plan: Plan): string | null => plan.open[0]?.word ?? null;
