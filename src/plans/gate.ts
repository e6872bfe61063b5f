import type { Plan, Warning } from '../guide/plan-shape.js';
import type { Acknowledgement, KeptPlan } from './kept-plan.js';
import { planSeal } from './seal.js';

/** Who may acknowledge the risks of a plan. */
export interface AcknowledgeRule {
  readonly may: (person: string) => boolean;
  /** Whether it has to be somebody else than the plan's owner. */
  readonly otherPerson: boolean;
}

/** Where a plan stands with the risks it names. */
export type Gate =
  /** It isn't high-risk, for certain. */
  | { readonly state: 'free' }
  /** Nobody can acknowledge it before it names the collection. */
  | { readonly state: 'nameless'; readonly risks: readonly Warning[] }
  | { readonly state: 'waiting'; readonly risks: readonly Warning[]; readonly collection: string }
  | {
      readonly state: 'acknowledged';
      readonly risks: readonly Warning[];
      readonly collection: string;
      readonly by: readonly Acknowledgement[];
    };

/** Answers the warnings that have to be acknowledged before a plan is carried out. */
const risksOf = (plan: Plan): Warning[] => plan.warnings.filter(({ level }) => level === 'high-risk');

/** Answers where a plan stands; an acknowledgement of anything but the plan as it is now doesn't count. */
export function gateOf(plan: Plan, collection: string | null, kept: KeptPlan, rule: AcknowledgeRule): Gate {
  const risks = risksOf(plan);
  if (risks.length === 0 && plan.derived['high-risk'] === 'no') return { state: 'free' };
  if (collection === null) return { state: 'nameless', risks };
  const seal = planSeal(plan);
  const by = kept.acknowledgements.filter(
    (one) => one.seal === seal && one.collection === collection && !(rule.otherPerson && one.by === kept.owner),
  );
  return by.length > 0 ? { state: 'acknowledged', risks, collection, by } : { state: 'waiting', risks, collection };
}

/** Answers whether a plan may be handed on as it is. */
export const isOpen = ({ state }: Gate): boolean => state === 'free' || state === 'acknowledged';

/** Why somebody's acknowledgement isn't taken. */
export type Refusal =
  | 'not-needed'
  | 'not-ready'
  | 'no-collection'
  | 'not-permitted'
  | 'other-person-needed'
  | 'another-name';

/** Answers the kept plan with an acknowledgement of its risks as they are now, which counts once a person, or why there can't be one. */
export function acknowledged(
  kept: KeptPlan,
  plan: Plan,
  collection: string | null,
  typed: string,
  by: string,
  at: string,
  rule: AcknowledgeRule,
): { readonly kept: KeptPlan } | { readonly refused: Refusal } {
  const gate = gateOf(plan, collection, kept, rule);
  if (gate.state === 'free') return { refused: 'not-needed' };
  if (plan.verdict !== 'ready') return { refused: 'not-ready' };
  if (gate.state === 'nameless') return { refused: 'no-collection' };
  if (!rule.may(by)) return { refused: 'not-permitted' };
  if (rule.otherPerson && by === kept.owner) return { refused: 'other-person-needed' };
  if (typed.trim() !== gate.collection.trim()) return { refused: 'another-name' };
  const facts = gate.risks.map(({ fact }) => fact);
  const one = { by, at, facts, collection: gate.collection, seal: planSeal(plan) };
  const others = kept.acknowledgements.filter(
    (before) => before.by !== by || before.seal !== one.seal || before.collection !== one.collection,
  );
  return { kept: { ...kept, acknowledgements: [...others, one], changed: at } };
}
