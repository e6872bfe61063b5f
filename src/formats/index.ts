import type { Plan } from '../guide/plan-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';

export type PlanFormat = 'text' | 'markdown' | 'json' | 'powershell';

/** What a format may use besides the plan. */
export interface Page {
  readonly knowledge: Knowledge;
  readonly colours: boolean;
  /** What has to be read before anything else. */
  readonly stamp?: string | null;
}

/** Turns a plan into a text that ends with a line break. */
export type Print = (plan: Plan, page: Page) => string;

/** The formats of a plan, each loaded only when it is wanted. */
export const planFormats: Readonly<Record<PlanFormat, () => Promise<Print>>> = {
  text: async () => (await import('./text.js')).planText,
  markdown: async () => (await import('./markdown.js')).planMarkdown,
  json: async () => (plan) => `${JSON.stringify(plan, null, 2)}\n`,
  powershell: async () => (await import('./powershell.js')).planPowershell,
};
