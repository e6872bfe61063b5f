import type { Knowledge } from '../knowledge/knowledge.js';
import { preview } from '../knowledge/vocabulary.js';
import { sureness } from './coverage.js';
import type { Entry } from './entries.js';
import { type Hit, nearness } from './find.js';
import type { Finder } from './finder.js';
import type { Question } from './question.js';

/** What is done with a question: answer it, ask for a word first, or say that the documents don't cover it. */
export type Decision = { readonly kind: 'answer' | 'not-covered' } | { readonly kind: 'ask'; readonly word: string };

/** How near a topic that needs a word first has to be, and how much nearer than any fact. */
const unclearNear = 0.4;
const nearer = 0.05;
/** How near a topic that the documents don't cover has to be to beat facts by its wording alone, and how much nearer. */
const elsewhereNear = 0.7;
const muchNearer = 0.1;
/** A fact with a sentence at least this near is meant, however little the question says, if no topic is almost as near. */
const same = 0.75;
/** A fact that knows all that a question says is meant with a sentence at least this near, if it is so much nearer than any topic. */
const knowing = 0.5;
const clearlyNearer = 0.15;
/** All of a question, but for rounding. */
const whole = 0.999;
/** So many hits of a kind are compared sentence by sentence. */
const compared = 5;

/** Answers what is done with a question whose hits are these, best first. */
export function decide(knowledge: Knowledge, finder: Finder, question: Question, hits: readonly Hit[]): Decision {
  const ofKind = (kind: Entry['kind']) => hits.filter(({ entry }) => entry.kind === kind).slice(0, compared);
  const near = (some: readonly Hit[]) => Math.max(0, ...some.map((hit) => nearness(finder, question.weights, hit)));
  const [facts, elsewhere] = [ofKind('fact'), ofKind('elsewhere')];
  const [factNear, otherNear] = [near(facts), near(elsewhere)];
  for (const hit of ofKind('unclear')) {
    const word = hit.entry.kind === 'unclear' ? hit.entry.topic.word : null;
    if (word !== null && !question.said.has(word) && near([hit]) >= Math.max(unclearNear, factNear + nearer, otherNear))
      return { kind: 'ask', word };
  }
  if (saysTooLittle(knowledge, finder, question)) {
    const next = knowledge.questions.find(
      ({ word }) => knowledge.wordById.get(word)?.type === 'choice' && !question.said.has(word),
    );
    if (next) return { kind: 'ask', word: next.word };
  }
  if (otherNear >= Math.max(elsewhereNear, factNear + muchNearer)) return { kind: 'not-covered' };
  if (factNear >= same && factNear > otherNear + muchNearer) return { kind: 'answer' };
  if ((facts[0]?.coverage ?? 0) >= whole && factNear >= Math.max(knowing, otherNear + clearlyNearer))
    return { kind: 'answer' };
  return { kind: sureness(finder, question, { facts, elsewhere, factNear, otherNear }) < 0 ? 'not-covered' : 'answer' };
}

/** Less than this part of a term that only one entry has leaves nothing that a fact could be found by. */
const least = 0.58;

/** Whether a question says something of the situation, such as the version, and nothing of what it is about. */
function saysTooLittle({ wordById, version }: Knowledge, finder: Finder, question: Question): boolean {
  const { said, unlisted, weights } = question;
  if (said.size === 0 && unlisted === null) return false;
  const release = version.values.find(({ id }) => id === said.get(version.id));
  if (release && preview(release)) return false;
  if ([...said.keys()].some((word) => wordById.get(word)?.role !== 'asked')) return false;
  const rest = [...weights].flatMap(([term, weight]) => (/\d/.test(term) ? [] : [weight]));
  return rest.reduce((sum, weight) => sum + weight, 0) < least * finder.rarest;
}
