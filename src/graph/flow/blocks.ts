import type { Branch, State } from '../../check/walk.js';
import { blocking } from '../../guide/broken.js';
import { judgeAnswers } from '../../guide/judged.js';

/** Answers whether taking a branch brings a reason that blocks the plan. */
export type Blocks = (state: State, branch: Branch) => boolean;

/** Answers how to tell, judging each branch once. */
export function blocksOf(): Blocks {
  const known = new Map<Branch, boolean>();
  return (state, branch) => {
    const blocks = known.get(branch) ?? newlyBlocked(state, branch);
    known.set(branch, blocks);
    return blocks;
  };
}

function newlyBlocked({ judged, question }: State, { option }: Branch): boolean {
  if (!question) return false;
  const before = new Set(blocking(judged).map(({ fact }) => fact));
  const answers = new Map(judged.answers).set(question.word, option.value);
  return blocking(judgeAnswers(judged.knowledge, answers, judged.today)).some(({ fact }) => !before.has(fact));
}
