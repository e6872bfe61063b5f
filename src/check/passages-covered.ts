import type { DocumentCheck, Finding } from './check.js';
import { citedPassages, placeOf } from './citing.js';

/** At most one passage in this many may be left out. */
const leftOutAtMost = 10;

/** Whether every passage of the documents is cited, or left out with a reason. */
export const passagesCovered: DocumentCheck = {
  name: 'passages-covered',
  description: 'every passage of the documents is cited by a fact or left out with a reason, at most one in ten',
  check: (knowledge, documents) => {
    const all = citedPassages(knowledge, documents);
    const findings: Finding[] = [];
    const cited = all.filter(({ facts }) => facts.length > 0);
    const leftOut = all.filter(({ facts, leftOut: reason }) => facts.length === 0 && reason !== undefined);
    for (const one of all) {
      const { source } = one.document;
      const hash = one.passage.hash;
      if (one.leftOut === '')
        findings.push({ place: source, message: `${hash} is left out without a reason. Write why after the colon.` });
      if (one.facts.length === 0 && one.leftOut === undefined)
        findings.push({
          place: source,
          message: `passage ${hash} of ${placeOf(one)} isn't covered: "${start(one.passage.text)}". Cite it in a fact, or list it as left out with a reason.`,
        });
    }
    const [first] = leftOut;
    if (first && leftOut.length * leftOutAtMost > all.length)
      findings.push({
        place: first.document.source,
        message: `${leftOut.length} of ${all.length} passages are left out; at most one in ten may be. Cite some of them.`,
      });
    return {
      findings,
      looked: `${all.length} passages: ${cited.length} cited, ${leftOut.length} left out, ${all.length - cited.length - leftOut.length} not covered`,
    };
  },
};

/** Enough of a passage to find it by. */
const start = (text: string) => text.split(' ').slice(0, 8).join(' ') + (text.split(' ').length > 8 ? ' …' : '');
