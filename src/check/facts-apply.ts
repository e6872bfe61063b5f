import type { Check } from './check.js';
import { witnesses } from './witnesses.js';

/** Whether every fact holds somewhere: on a path, or once something is chosen in the wizard. A preview's facts hold under its version. */
export const factsApply: Check = {
  name: 'facts-apply',
  description: 'every fact applies on some path (notes apart)',
  check: ({ knowledge, walked }) => {
    const facts = knowledge().facts.filter(({ kind }) => kind !== 'note');
    const findings = facts
      .filter((fact) => witnesses(walked(), fact).next().done)
      .map((fact) => ({
        place: fact,
        message: `${fact.id} never applies: no answers and no choice make its "when" true without another blocker. Mend a row, or make it a note.`,
      }));
    return { findings, looked: `${facts.length} facts` };
  },
};
