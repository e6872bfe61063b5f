import type { Judged } from '../guide/judged.js';
import { makePlan } from '../guide/plan.js';
import type { Fact } from '../knowledge/facts.js';
import { valuesIn } from '../knowledge/knowledge.js';
import type { Check } from './check.js';
import { planContent } from './plan-content.js';
import type { Walked } from './walk.js';
import { without, witnesses } from './witnesses.js';

/** Whether every fact that binds says something that no other fact says. */
export const factsMatter: Check = {
  name: 'facts-matter',
  description: 'deleting a fact with a must, steps or a level changes some plan',
  check: ({ knowledge, walked }) => {
    const facts = knowledge().facts.filter(bindsSomething);
    const findings = facts
      .filter((fact) => !matters(walked(), fact))
      .map((fact) => ({
        place: fact,
        message: `${fact.id} changes no plan: other facts say the same wherever it holds. Put its source on one of them and delete it, or mend its rows.`,
      }));
    return { findings, looked: `${facts.length} facts` };
  },
};

/** Answers whether a fact does more than inform. */
export const bindsSomething = (fact: Fact): boolean =>
  fact.kind !== 'note' && (fact.must.length > 0 || fact.steps.length > 0 || fact.level !== null);

function matters(walked: Walked, fact: Fact): boolean {
  for (const judged of witnesses(walked, fact)) if (changes(judged, fact) || breaks(judged, fact)) return true;
  return false;
}

function changes({ knowledge, answers, today }: Judged, fact: Fact): boolean {
  return (
    planContent(makePlan(knowledge, answers, today)) !== planContent(makePlan(without(knowledge, fact), answers, today))
  );
}

/** Whether a value that only this fact strikes can be given. */
function breaks(judged: Judged, fact: Fact): boolean {
  const { knowledge, answers, today } = judged;
  return (knowledge.rules[fact.index]?.must ?? []).some((test) => {
    const word = knowledge.words[test.word];
    if (word?.role !== 'set' || answers.has(word.id)) return false;
    const struck = test.kind === 'values' ? valuesIn(word, word.full & ~test.mask) : word.values;
    return struck.some(({ id }) => changes({ ...judged, answers: new Map(answers).set(word.id, id), today }, fact));
  });
}
