import type { Fact } from '../knowledge/facts.js';

/** How much of a procedure is shown at once, in characters. */
const most = 850;

/** Steps less near than this to a question leave the procedure to begin at its first. */
const leastNear = 0.15;

/** Of steps that are almost as near, the first is meant. */
const almost = 0.8;

/** Answers the steps of a procedure that a question is about, numbered as in the whole; none is cut. */
export function stepsShown(fact: Fact, near: (text: string) => number): string[] {
  const steps = numbered(fact.steps);
  const values = steps.map(({ text }) => near(text));
  const nearest = Math.max(...values);
  const best = values.findIndex((value) => value >= almost * nearest);
  const whole = steps.reduce((sum, { text }) => sum + text.length, 0);
  const start = whole <= most || nearest < leastNear ? 0 : Math.max(0, best - 1);
  const shown: string[] = [];
  let length = 0;
  for (const { lead, text } of steps.slice(start)) {
    if (shown.length > 1 && length + text.length > most) break;
    shown.push(`${lead} ${text}`);
    length += text.length;
  }
  const before = start === 0 ? [] : ['…'];
  return [...before, ...shown, ...(start + shown.length < steps.length ? ['…'] : [])];
}

interface Step {
  readonly lead: string;
  readonly text: string;
}

function numbered(steps: readonly string[]): Step[] {
  let number = 0;
  return steps.map((step) => {
    const text = step.trim();
    const nested = step.length - step.trimStart().length > 0;
    if (!nested) number++;
    return { lead: nested ? '   -' : `${number}.`, text };
  });
}
