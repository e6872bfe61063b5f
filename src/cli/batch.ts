import { type Pair, readPairs } from '../config/pairs.js';
import { makePlan } from '../guide/plan.js';
import type { Plan } from '../guide/plan-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';
import { answersOf } from './stated.js';

/** Answers the plan that a line of answers makes, what is set beating the line; or what is wrong with the line. */
export function planLine(
  knowledge: Knowledge,
  source: string,
  line: string,
  set: readonly Pair[],
  today: string,
): Plan | { readonly error: string } {
  try {
    const answers = answersOf(knowledge, source, readPairs(source, line));
    return makePlan(knowledge, new Map([...answers, ...answersOf(knowledge, '--set', set)]), today);
  } catch (error) {
    if (error instanceof Unusable) return { error: error.message };
    throw error;
  }
}
