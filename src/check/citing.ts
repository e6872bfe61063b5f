import type { Citation, Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Passage } from '../knowledge/passages.js';
import type { Documents, FoundDocument } from './documents.js';

/** A passage of a document with the facts that cite it. */
export interface CitedPassage {
  readonly document: FoundDocument;
  readonly passage: Passage;
  readonly facts: readonly Fact[];
  /** Why no fact cites it, or undefined. */
  readonly leftOut: string | undefined;
}

/** Answers every passage of the documents with the facts that cite it. */
export function citedPassages(knowledge: Knowledge, documents: Documents): CitedPassage[] {
  const citing = new Map<string, Fact[]>();
  for (const fact of knowledge.facts)
    for (const citation of fact.citations)
      for (const hash of citation.passages) {
        const key = keyOf(citation, hash);
        citing.set(key, [...(citing.get(key) ?? []), fact]);
      }
  return [...documents.found.values()].flatMap((document) =>
    document.passages.map((passage) => ({
      document,
      passage,
      facts: citing.get(keyOf({ document: document.source.id, heading: passage.heading }, passage.hash)) ?? [],
      leftOut: document.source.leftOut.get(passage.hash),
    })),
  );
}

/** The same sentence stands in several places, so a passage goes by document, heading and hash. */
export const keyOf = ({ document, heading }: Pick<Citation, 'document' | 'heading'>, hash: string): string =>
  `${document} › ${heading} › ${hash}`;

/** Answers a passage's place for a person: file, line and heading. */
export const placeOf = ({ document, passage }: Pick<CitedPassage, 'document' | 'passage'>): string =>
  `${document.file}:${passage.line} [${passage.heading}]`;
