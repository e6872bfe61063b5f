import { createHash } from 'node:crypto';
import type { Plan } from '../guide/plan-shape.js';

/** Answers 16 characters that any change to the value changes. */
const sealOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

/** Answers the seal of an item's text. */
export const textSeal = (text: string): string => sealOf(text);

/** Answers the seal of what a plan says. Notes are left out: some of them come with the date alone. */
export function planSeal(plan: Plan): string {
  const { answers, unknown, derived, blockers, settings, checklist, warnings, procedures } = plan;
  return sealOf([
    Object.entries(answers).sort(),
    [...unknown].sort(),
    derived,
    blockers.map(({ fact, text }) => [fact, text]),
    settings.map(({ word, values, free, force, facts }) => [word, values, free?.value ?? null, force, facts]),
    checklist.map(({ fact, text, steps, holds }) => [fact, text, steps, holds]),
    warnings.flatMap(({ fact, level, text, holds }) => (level === 'note' ? [] : [[fact, level, text, holds]])),
    procedures.map(({ fact, title, text, steps, holds }) => [fact, title, text, steps, holds]),
  ]);
}
