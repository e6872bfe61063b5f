import type { Passage } from '../knowledge/passages.js';
import type { DocumentCheck, Finding } from './check.js';
import { citedPassages, placeOf } from './citing.js';
import { bindsSomething } from './facts-matter.js';

/** Words by which a passage asks for something. */
const asking = /\b(?:needs?|needed|must|requires?|required|only|can['’]t|cannot|enabled?s?|configured?s?)\b/;

/** Whether what a passage asks for is asked for by a fact with a must, steps or a level, and not merely noted. */
export const passagesBinding: DocumentCheck = {
  name: 'passages-binding',
  description:
    "a passage that says need, must, require, only, can't, enable or configure is cited by a fact that binds",
  check: (knowledge, documents) => {
    const findings: Finding[] = [];
    const asked = citedPassages(knowledge, documents).filter(
      ({ passage, facts }) => facts.length > 0 && asking.test(saidIn(passage)),
    );
    for (const one of asked) {
      const [fact] = one.facts;
      if (!fact || one.facts.some(bindsSomething)) continue;
      const said = asking.exec(saidIn(one.passage))?.[0];
      findings.push({
        place: fact,
        message: `${fact.id} asks for nothing, but ${one.passage.hash} (${placeOf(one)}) says "${said}". Let a fact with a must, steps or a level cite it.`,
      });
    }
    return { findings, looked: `${asked.length} passages` };
  },
};

/** A passage without the labels it names: "when needed" in the name of an option asks for nothing. */
const saidIn = ({ text, labels }: Passage): string =>
  labels.reduce((rest, label) => rest.replace(label.replace(/\s+/g, ' ').trim().toLowerCase(), ''), text);
