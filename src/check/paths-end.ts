import { writePath } from '../guide/answers.js';
import type { Judged } from '../guide/judged.js';
import { hangingOf, undecidedRows } from '../guide/undecided.js';
import type { Fact } from '../knowledge/facts.js';
import type { Check, Finding } from './check.js';
import type { State } from './walk.js';

/** Whether every path ends with all decided but what hangs on "I don't know" or on a choice left to the person. */
export const pathsEnd: Check = {
  name: 'paths-end',
  description: 'all paths of the flow end, with every fact decided that the answers can decide',
  check: ({ knowledge, walked }) => {
    const { states, arrivals, paths } = walked();
    const stuck = new Map<Fact, Finding>();
    // A state's later arrivals may be stuck on what its first wasn't.
    for (const judged of arrivals)
      for (const fact of knowledge().facts)
        if (!stuck.has(fact) && neverDecided(judged, fact)) stuck.set(fact, undecidable(judged, fact));
    return { findings: [...states.flatMap(asksAgain), ...stuck.values()], looked: `${paths} paths` };
  },
};

const pathOf = ({ knowledge, answers }: Judged) => writePath(knowledge, answers) || 'no answer';

/** An end is a state without a question; one that has a question and leads nowhere asks what is answered. */
function asksAgain({ judged, question, branches }: State): Finding[] {
  const place = judged.knowledge.questions.find(({ word }) => word === question?.word);
  if (!place || branches.length > 0) return [];
  const message = `the path never ends: after ${pathOf(judged)} the question comes again. Let no fact wait for a word that is answered.`;
  return [{ place, message }];
}

function neverDecided(judged: Judged, fact: Fact): boolean {
  if (fact.kind === 'note' || fact.kind === 'definition' || undecidedRows(judged, fact).length === 0) return false;
  const { unanswered, unknown, chosen } = hangingOf(judged, fact);
  return unanswered.size + unknown.size + chosen.size === 0;
}

const undecidable = (judged: Judged, fact: Fact): Finding => ({
  place: fact,
  message: `${fact.id} is never decided: after ${pathOf(judged)} nothing gives its words a value. Add a definition for this case, or change its "when".`,
});
