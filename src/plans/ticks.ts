import { outline } from '../formats/outline.js';
import type { ChecklistItem, Plan } from '../guide/plan-shape.js';
import type { KeptPlan, Tick } from './kept-plan.js';
import { textSeal } from './seal.js';

/** An item of the checklist with its last tick, or none. */
export interface TickedItem {
  readonly item: ChecklistItem;
  /** What tells the item from others of the plan. */
  readonly key: string;
  readonly tick: Tick | null;
}

/** Answers the checklist that a plan shows, each item with who ticked it; a tick of an item that has changed doesn't count. */
export function tickedItems(plan: Plan, ticks: readonly Tick[]): TickedItem[] {
  const byKey = new Map(ticks.map((tick) => [keyOf(tick.fact, tick.seal), tick]));
  return outline(plan).checklist.map((item) => {
    const key = keyOf(item.fact, textSeal(item.text));
    return { item, key, tick: byKey.get(key) ?? null };
  });
}

/** Answers how many items are done, of how many. */
export function progress(plan: Plan, ticks: readonly Tick[]): { readonly done: number; readonly of: number } {
  const items = tickedItems(plan, ticks);
  return { done: items.filter(({ tick }) => tick?.done).length, of: items.length };
}

/**
 * Answers the kept plan with these of its shown items done and the others of them not; who and when is taken down for those that
 * change. `shown` are the keys of the items that the person saw.
 */
export function ticked(
  kept: KeptPlan,
  plan: Plan,
  done: readonly string[],
  shown: readonly string[],
  by: string,
  at: string,
): KeptPlan {
  const changed = tickedItems(plan, kept.ticks).flatMap(({ item, key, tick }) => {
    const now = done.includes(key);
    if (!shown.includes(key) || now === (tick?.done ?? false)) return [];
    return [{ fact: item.fact, seal: textSeal(item.text), done: now, by, at }];
  });
  if (changed.length === 0) return kept;
  const keys = new Set(changed.map(({ fact, seal }) => keyOf(fact, seal)));
  const others = kept.ticks.filter(({ fact, seal }) => !keys.has(keyOf(fact, seal)));
  return { ...kept, ticks: [...others, ...changed], changed: at };
}

const keyOf = (fact: string, seal: string) => `${fact} ${seal}`;
