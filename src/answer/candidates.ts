import { type Judged, judgeAnswers } from '../guide/judged.js';
import type { Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { preview } from '../knowledge/vocabulary.js';
import { judgeAll, type Truth } from '../logic/judge.js';
import { byScore, type Hit } from './find.js';
import type { Said } from './hear.js';
import type { Question } from './question.js';
import { traitsOf } from './traits.js';
import { type Verdict, verdictOf } from './verdict.js';

/** What the graph makes of what a question says. */
export interface Situation {
  readonly said: Said;
  /** The words that the question says something of. */
  readonly about: ReadonlySet<string>;
  /** The current branch under what is said of the situation. */
  readonly judged: Judged;
  /** Each preview that the question is about, by its id, under what is said. */
  readonly previews: ReadonlyMap<string, Judged>;
}

/** Answers what the graph makes of a question. */
export function situationOf(
  knowledge: Knowledge,
  { said, unlisted, aboutPreviews }: Question,
  today: string,
): Situation {
  const { version } = knowledge;
  const ids = version.values.filter(preview).map(({ id }) => id);
  const stated = said.get(version.id);
  const isPreview = stated !== undefined && ids.includes(stated);
  const wanted = isPreview ? [stated] : aboutPreviews ? ids : [];
  const asked = ([word]: readonly [string, string]) => knowledge.wordById.get(word)?.role === 'asked';
  const current = new Map([...said].filter((one) => asked(one) && (!isPreview || one[0] !== version.id)));
  return {
    said,
    about: new Set([...said.keys(), ...(unlisted === null ? [] : [version.id])]),
    judged: judgeAnswers(knowledge, current, today),
    previews: new Map(
      wanted.map((id) => [id, judgeAnswers(knowledge, new Map([...current, [version.id, id]]), today)]),
    ),
  };
}

/** Answers what the graph makes of the branch that a fact belongs to, or null where the question isn't about it. */
export const judgedOf = ({ judged, previews }: Situation, fact: Fact): Judged | null =>
  fact.preview === null ? judged : (previews.get(fact.preview) ?? null);

/**
 * Answers whether a fact applies under what is said of the situation. Settings, and what functions compute from them, rule
 * nothing out: a question may be about a wrong one.
 */
export function applies({ knowledge, state }: Judged, fact: Fact): Truth {
  if (fact.when.length === 0) return 'maybe';
  const tests = knowledge.rules[fact.index]?.when ?? [];
  const own = tests.filter(({ word }) => {
    const role = knowledge.words[word]?.role;
    return role === 'asked' || role === 'derived';
  });
  const truth = judgeAll(own, state);
  return truth === 'yes' && own.length < tests.length ? 'maybe' : truth;
}

/** How much a fact counts that holds for certain under what is said, may hold, or doesn't hold. */
const counts = { yes: 1.3, maybe: 1, no: 0.6 } as const;
/** How much more a fact counts that is of the preview asked about. */
const previewCounts = 1.15;

/** How much more a fact counts for each word of the situation that it asks something of and that the question says. */
const saidCounts = 1.2;

/** How much a fact counts that the newest release hasn't, while the question names no release. */
const oldCounts = 0.8;

/** How much more a fact counts that answers a yes-or-no question. */
const decidedCounts = 1.8;

const isDecided = ({ kind }: Verdict) => kind === 'yes' || kind === 'no';

/** So many hits may be told; those behind them are too far. */
const most = 80;

/** Answers the hits whose facts can hold under what is said, best first. */
export function candidates(situation: Situation, question: Question, hits: readonly Hit[]): Hit[] {
  return hits
    .slice(0, most)
    .flatMap((hit) => {
      if (hit.entry.kind !== 'fact') return [hit];
      const { fact } = hit.entry;
      const judged = judgedOf(situation, fact);
      return judged === null ? [] : [{ ...hit, score: hit.score * factorOf(situation, judged, question, fact) }];
    })
    .sort(byScore);
}

function factorOf({ about, judged: { knowledge } }: Situation, judged: Judged, question: Question, fact: Fact): number {
  const when = applies(judged, fact);
  const traits = traitsOf(knowledge)[fact.index];
  const spoken = traits?.words.filter((word) => about.has(word)).length ?? 0;
  return (
    counts[when] *
    (fact.preview === null ? 1 : previewCounts) *
    (question.form === 'yes-no' && isDecided(verdictOf(judged, question, fact, [])) ? decidedCounts : 1) *
    saidCounts ** spoken *
    (traits?.outdated && when === 'maybe' ? oldCounts : 1)
  );
}
