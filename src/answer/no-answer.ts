import { labelOf } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Answer } from './answer-shape.js';
import type { Hit } from './find.js';

type Read = Answer['read'];

/** Asks for a word, its values as the options. */
export function clarifying(knowledge: Knowledge, id: string, read: Read): Answer {
  const word = knowledge.wordById.get(id);
  const question = knowledge.questions.find((one) => one.word === id)?.heading ?? word?.label ?? id;
  const options = word?.values.map((value) => labelOf(word, value.id)) ?? [];
  return {
    status: 'clarify',
    answer: `${question}\n\n${options.map((option) => `- ${option}`).join('\n')}`,
    read,
    facts: [],
    clarify: { question, options },
  };
}

/** Answers that the documents don't say, with what is said of the topic that comes first, and the two nearest facts. */
export function notCovered(hits: readonly Hit[], read: Read): Answer {
  const [first] = hits;
  const topic = first?.entry.kind === 'elsewhere' ? first.entry.topic : null;
  const near = hits.flatMap(({ entry }) => (entry.kind === 'fact' ? [entry.heading] : [])).slice(0, 2);
  const about = topic === null ? 'that' : `“${topic.heading}”`;
  const told = topic?.text || `The documents on task sequence deployments don't cover ${about}.`;
  const nearest = near.length === 0 ? '' : ` The nearest that they say:\n\n${near.map((one) => `- ${one}`).join('\n')}`;
  return { status: 'not-covered', answer: `${told}${nearest}`, read, facts: [], clarify: null };
}
