import { type Broken, blocking } from '../guide/broken.js';
import { type Judged, judgeAnswers } from '../guide/judged.js';
import type { Fact } from '../knowledge/facts.js';
import { applies, judgedOf, type Situation } from './candidates.js';
import type { Hit } from './find.js';
import type { Question } from './question.js';
import { verdictOf } from './verdict.js';

/** The facts of an answer, the one that leads first, and those that what was said breaks. */
export interface Choice {
  readonly facts: readonly Fact[];
  readonly broken: readonly Broken[];
  /** What the current branch makes of everything said, settings too: what is broken is broken under it. */
  readonly everything: Judged;
}

/** At most this many facts are told. */
const most = 4;
/** A further fact is told if it is at least this near, beside the first. */
const near = 0.2;
/** A fact that what was said breaks leads if it is at least this near; one that may be broken, if it is that near. */
const brokenNear = 0.25;
const doubtfulNear = 0.5;
/** A fact of the preview that is named leads if it is at least this near. */
const previewNear = 0.5;

/** Answers what is told: broken facts before all others, those of a preview that is named before the current branch's, and nothing that doesn't hold. */
export function choose(situation: Situation, question: Question, hits: readonly Hit[], today: string): Choice {
  const facts = hits.flatMap(({ entry, score }) => (entry.kind === 'fact' ? [{ fact: entry.fact, score }] : []));
  const best = facts[0]?.score ?? 0;
  const within = (share: number) => facts.filter(({ score }) => score >= share * best).map(({ fact }) => fact);
  const everything = judgeAnswers(situation.judged.knowledge, situation.said, today);
  const named = situation.said.get(situation.judged.knowledge.version.id);
  // What a preview breaks is that it is no release.
  const broken = situation.previews.size > 0 ? [] : blocking(everything);
  const leading = within(brokenNear).filter((fact) => broken.some((one) => one.fact === fact));
  const doubtful =
    question.form === 'told' ? [] : within(doubtfulNear).filter((fact) => denies(situation, question, fact));
  const ofPreview = within(previewNear).filter(({ preview }) => preview !== null && preview === named);
  const others = within(near).filter((fact, at) => {
    const judged = judgedOf(situation, fact);
    return at === 0 || (judged !== null && applies(judged, fact) !== 'no');
  });
  const told = [...new Set([...leading, ...doubtful, ...ofPreview, ...others])].slice(0, most);
  return { facts: told, broken: broken.filter(({ fact }) => told.includes(fact)), everything };
}

/** Whether a fact answers the question with no. */
function denies(situation: Situation, question: Question, fact: Fact): boolean {
  const judged = judgedOf(situation, fact);
  return judged !== null && verdictOf(judged, question, fact, []).kind === 'no';
}
