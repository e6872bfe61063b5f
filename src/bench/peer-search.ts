import MiniSearch from 'minisearch';
import type { Documents } from '../check/documents.js';
import type { Scored } from './question-score.js';

/** So many paragraphs are an answer, as many as ours has facts. */
const paragraphs = 3;

/** Answers a search over the documents' own paragraphs, with MiniSearch as it comes: BM25, and nothing else. */
export function peerSearch({ found }: Documents): (question: string) => Scored {
  const index = new MiniSearch({ fields: ['heading', 'text'], storeFields: ['document', 'heading', 'text'] });
  const all = [...found].flatMap(([document, { passages }]) =>
    passages.map(({ heading, text }) => ({ document, heading, text })),
  );
  index.addAll(all.map((passage, id) => ({ id, ...passage })));
  return (question) => {
    const best = index.search(question).slice(0, paragraphs);
    return {
      status: best.length === 0 ? 'not-covered' : 'answered',
      answer: best.map(({ text }) => String(text)).join('\n\n'),
      facts: best.map(({ document, heading }) => ({
        sources: [{ document: String(document), heading: String(heading) }],
      })),
      clarify: null,
    };
  };
}
