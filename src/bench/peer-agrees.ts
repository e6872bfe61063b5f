import { isDeepStrictEqual } from 'node:util';
import { makePlan } from '../guide/plan.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { binding } from '../knowledge/link.js';
import { type AnswerSet, day } from './answer-sets.js';
import type { Peer } from './peer.js';

/** Answers the knowledge with no more facts than the peer has: advice narrows what a plan shows, and the peer isn't given it. */
export function requiredOnly(knowledge: Knowledge): Knowledge {
  const kept = knowledge.facts.filter((fact) => binding(fact) && fact.must.length > 0);
  return {
    ...knowledge,
    facts: kept.map((fact, index) => ({ ...fact, index })),
    rules: kept.flatMap(({ index }) => knowledge.rules[index] ?? []),
    sources: kept.flatMap(({ index }) => [knowledge.sources[index] ?? []]),
  };
}

/** Throws where the peer gives other blockers or settings than the plan: then there is nothing to compare. */
export async function mustAgree(knowledge: Knowledge, peer: Peer, sets: readonly AnswerSet[]): Promise<void> {
  const required = requiredOnly(knowledge);
  for (const { answers } of sets) {
    const theirs = await peer.plan(peer.prepare(answers));
    const full = makePlan(knowledge, answers, day);
    const plan = makePlan(required, answers, day);
    const ours = {
      blockers: full.blockers.map(({ fact }) => fact),
      settings: Object.fromEntries(plan.settings.map(({ word, values }) => [word, values])),
    };
    if (!isDeepStrictEqual(ours, { ...theirs }))
      throw new Error(
        `json-rules-engine disagrees on ${full.path}\n  plan: ${JSON.stringify(ours)}\n  peer: ${JSON.stringify(theirs)}`,
      );
  }
}
