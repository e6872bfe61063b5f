import { answerWith } from '../answer/answer.js';
import type { Answer } from '../answer/answer-shape.js';
import type { Entry } from '../answer/entries.js';
import { finderOf } from '../answer/finder.js';
import { leavingOut } from '../answer/leave-out.js';
import type { Place } from '../text/sections.js';
import type { Check, Finding } from './check.js';
import { walkDay } from './moments.js';

/** At least this share of the sentences has to find its fact by the other sentences, the heading and the text alone. */
const leastByOthers = 0.75;
/** Every so many-th sentence is left out; more of them would move the share hardly. */
const everyFew = 5;
/** A knowledge with fewer sentences says nothing of that share. */
const fewSentences = 100;

/** Whether every way to ask gets what it stands under. */
export const asksAnswered: Check = {
  name: 'asks-answered',
  description:
    'each "asks" sentence is answered with its own fact, asked back, or told to be no topic of the documents',
  check: ({ knowledge: read }) => {
    const knowledge = read();
    const finder = finderOf(knowledge);
    const today = walkDay(knowledge);
    const findings: Finding[] = [];
    let [sentences, leftOut, byOthers] = [0, 0, 0];
    for (const { entry } of finder.entries) {
      for (const ask of entry.asks) {
        const given = answerWith(knowledge, finder, { question: ask, today });
        if (!fits(entry, given)) findings.push({ place: placeOf(entry), message: messageOf(entry, ask, given) });
        if (entry.kind !== 'fact') continue;
        if (sentences++ % everyFew > 0) continue;
        leftOut++;
        const left = leavingOut(finder, entry.key, ask, (without) =>
          answerWith(knowledge, without, { question: ask, today }),
        );
        if (fits(entry, left)) byOthers++;
      }
    }
    const share = byOthers / Math.max(1, leftOut);
    const [first] = finder.entries;
    if (first && sentences >= fewSentences && share < leastByOthers)
      findings.push({
        place: placeOf(first.entry),
        message: `only ${percent(share)} of the sentences find their fact once they are left out; ${percent(leastByOthers)} have to. Write wordings in other words, or add synonyms.`,
      });
    return {
      findings,
      looked: `${sentences} sentences; of ${leftOut}, ${percent(share)} find their fact also while they are left out`,
    };
  },
};

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const placeOf = (entry: Entry): Place => (entry.kind === 'fact' ? entry.fact : entry.topic);

function fits(entry: Entry, { status, facts }: Answer): boolean {
  if (entry.kind === 'fact') return facts.some(({ id }) => id === entry.fact.id);
  return entry.kind === 'elsewhere' ? status === 'not-covered' : status === 'clarify';
}

function messageOf(entry: Entry, ask: string, { status, facts }: Answer): string {
  const got = facts.length > 0 ? facts.map(({ id }) => id).join(', ') : status;
  const wanted = entry.kind === 'fact' ? entry.fact.id : entry.heading;
  return `"${ask}" gets ${got}, not ${wanted}. Put words into it that are this one's own, or move it there.`;
}
