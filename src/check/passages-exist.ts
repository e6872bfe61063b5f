import type { DocumentCheck, Finding } from './check.js';
import { citedPassages, keyOf, placeOf } from './citing.js';

/** Whether what the facts cite still stands in the documents: unchanged, changed or gone. */
export const passagesExist: DocumentCheck = {
  name: 'passages-exist',
  description: 'every passage that a fact cites stands in its document, unchanged',
  check: (knowledge, documents) => {
    const all = citedPassages(knowledge, documents);
    const known = new Set(
      all.map(({ document, passage }) =>
        keyOf({ document: document.source.id, heading: passage.heading }, passage.hash),
      ),
    );
    const findings: Finding[] = [];
    const counts = { unchanged: 0, changed: 0, gone: 0 };
    for (const fact of knowledge.facts) {
      let state: keyof typeof counts = 'unchanged';
      for (const citation of fact.citations) {
        if (!documents.found.has(citation.document)) continue;
        for (const hash of citation.passages.filter((one) => !known.has(keyOf(citation, one)))) {
          const fresh = all.filter(
            ({ document, passage, facts, leftOut }) =>
              document.source.id === citation.document &&
              passage.heading === citation.heading &&
              facts.length === 0 &&
              leftOut === undefined,
          );
          const changed = fresh.length > 0;
          if (state !== 'gone') state = changed ? 'changed' : 'gone';
          const message = changed
            ? `${fact.id}: passage ${hash} has changed. New under its heading: ${fresh.map((one) => `${one.passage.hash} (${placeOf(one)})`).join(', ')}. Read it, mend the fact, cite the new hash.`
            : `${fact.id}: passage ${hash} is gone from ${citation.document} › ${citation.heading}. Read the document again; cite another passage, or delete the fact.`;
          findings.push({ place: citation, message });
        }
      }
      counts[state]++;
    }
    for (const { source } of documents.found.values())
      for (const hash of source.leftOut.keys())
        if (!all.some(({ document, passage }) => document.source.id === source.id && passage.hash === hash))
          findings.push({
            place: source,
            message: `${source.id}: passage ${hash}, left out, doesn't stand in the document. Delete the row.`,
          });
    return { findings, looked: `facts: ${counts.unchanged} unchanged, ${counts.changed} changed, ${counts.gone} gone` };
  },
};
