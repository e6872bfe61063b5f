import type { Fact } from '../knowledge/facts.js';
import type { Check } from './check.js';

/** A fact that cites more passages than this says too much at once. */
const most = 4;

/** Whether each fact is one fact: it rests on few passages, or on one sentence wherever it stands. */
export const fewPassages: Check = {
  name: 'few-passages',
  description: 'a fact cites at most four passages, or the same sentence where it repeats (a procedure any number)',
  check: ({ knowledge }) => {
    const facts = knowledge().facts.filter(({ kind }) => kind !== 'procedure');
    const findings = facts
      .filter((fact) => sentences(fact) > most)
      .map((fact) => ({
        place: fact,
        message: `${fact.id} cites ${sentences(fact)} passages; at most ${most} are possible. Split it.`,
      }));
    return { findings, looked: `${facts.length} facts` };
  },
};

/** The same sentence has the same hash. */
const sentences = (fact: Fact): number => new Set(fact.citations.flatMap(({ passages }) => passages)).size;
