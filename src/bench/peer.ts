import type { Answers } from '../guide/answers.js';
import { judgeAnswers } from '../guide/judged.js';
import { canBeGiven } from '../guide/value.js';
import { type Knowledge, valuesIn } from '../knowledge/knowledge.js';
import type { State } from '../logic/judge.js';
import { day } from './answer-sets.js';
import type { Form } from './peer-form.js';
import { type Narrowed, type PeerKnowledge, peerNarrow, run } from './peer-narrow.js';
import { peerRules } from './peer-rules.js';

/** What the peer makes of answers: the facts that block, and the words of wizard and console with what is left of them. */
export interface PeerPlan {
  readonly blockers: readonly string[];
  readonly settings: Readonly<Record<string, readonly string[]>>;
}

/** json-rules-engine with the facts as its rules. */
export type Peer = (answers: Answers) => Promise<PeerPlan>;

/**
 * Answers the peer of this knowledge, its rules built once. As in a plan, nothing is concluded from a given setting that
 * is struck anyway: where settings are given, values are struck with all of them left free first, which finds the wrong ones.
 */
export function peerOf(knowledge: Knowledge, form: Form): Peer {
  const peer: PeerKnowledge = { knowledge, form, engines: form.engines(peerRules(knowledge, form)) };
  return async (answers) => {
    const { state: start } = judgeAnswers({ ...knowledge, facts: [], rules: [] }, answers, day);
    const given = knowledge.words.filter(
      ({ index, role, full }) => role === 'set' && full !== 0 && start.fixed[index] === 1,
    );
    const { masks } = given.length > 0 ? await peerNarrow(peer, start, given) : start;
    const wrong = given.filter(({ index }) => ((start.masks[index] ?? 0) & ~(masks[index] ?? 0)) !== 0);
    const end = await peerNarrow(peer, start, wrong);
    const { blocks } = await run(peer.engines.last, end.told);
    const blocking = new Set([...end.blocks, ...blocks, ...end.contradicting]);
    return {
      blockers: knowledge.facts.flatMap(({ id, index }) => (blocking.has(index) ? [id] : [])),
      settings: settingsOf(knowledge, answers, start, end),
    };
  };
}

/** The words that something holding names or a person gave, as a plan lists them. */
function settingsOf(knowledge: Knowledge, answers: Answers, start: State, end: Narrowed): PeerPlan['settings'] {
  const named = new Set([...end.holding].flatMap((at) => knowledge.rules[at]?.must.map(({ word }) => word) ?? []));
  const settings: Record<string, readonly string[]> = {};
  for (const word of knowledge.words) {
    const stated = start.fixed[word.index] === 1;
    const shown = word.listed && !end.hidden.has(word.index);
    if (!shown || !(stated || (word.role === 'set' && named.has(word.index)))) continue;
    const value = answers.get(word.id);
    const values =
      value === undefined ? valuesIn(word, end.masks[word.index] ?? 0).map(({ id }) => id) : [value].flat();
    settings[word.id] = values.filter((one) => canBeGiven(word, one));
  }
  return settings;
}
