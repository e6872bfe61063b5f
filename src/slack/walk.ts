import type { Plan } from '../guide/plan-shape.js';
import type { Draft } from './drafts.js';
import type { Guide } from './guide.js';

/** Answers the draft with one page further: the value given, and the next question that is open. */
export function answered(draft: Draft, guide: Guide, value: string): Draft | { problem: string } {
  const { asking } = draft;
  if (asking === null) return draft;
  const given = guide.answer(draft.answers, asking, value);
  if ('problem' in given) return given;
  const trail = draft.trail.includes(asking) ? draft.trail : [...draft.trail, asking];
  return turn({ ...draft, answers: given.answers, trail }, nextQuestion(guide.plan(given.answers)));
}

/** Answers the draft one page back; every answer stays. */
export function back(draft: Draft): Draft {
  const at = draft.asking === null ? -1 : draft.trail.indexOf(draft.asking);
  const earlier = draft.trail[(at < 0 ? draft.trail.length : at) - 1];
  return earlier === undefined ? draft : turn(draft, earlier);
}

/** Answers the draft at the page of a word that was answered before; every answer stays. */
export const changing = (draft: Draft, word: string): Draft => (draft.answers.has(word) ? turn(draft, word) : draft);

/** Answers the word of the next open question, or null where none is left. */
export const nextQuestion = (plan: Plan): string | null => plan.open[0]?.word ?? null;

const turn = (draft: Draft, asking: string | null): Draft => ({ ...draft, asking, revision: draft.revision + 1 });
