import { bold, moment, words } from './mrkdwn.js';
import { nameIn, type PlanNow } from './plan-now.js';
import type { Line } from './split.js';

/** What a plan that isn't acknowledged carries first, wherever it is shown to others. */
export const notAcknowledged = 'NOT ACKNOWLEDGED';

/** Answers in one line where a plan stands with its risks; null where it has none. */
export function gateLine({ gate, kept, plan }: PlanNow): Line | null {
  switch (gate.state) {
    case 'free':
      return null;
    case 'nameless':
      return [bold(notAcknowledged), words(`: ${risky(plan.derived)}, and doesn't name its collection yet.`)];
    case 'waiting':
      return [
        bold(notAcknowledged),
        words(`: ${risky(plan.derived)}. Nobody has acknowledged the risks for the collection `),
        bold(gate.collection),
        words(' as the plan is now.'),
      ];
    case 'acknowledged':
      return [
        words('The risks were acknowledged for the collection '),
        bold(gate.collection),
        ...gate.by.flatMap(({ by, at, facts }, nth) => [
          words(`${nth === 0 ? ' by ' : ', by '}${nameIn(kept, by)}, `),
          moment(at),
          words(` (${facts.length === 1 ? '1 risk' : `${facts.length} risks`}: ${facts.join(', ')})`),
        ]),
        words('. Any change withdraws that.'),
      ];
  }
}

/** Answers the same as plain text, for a file. */
export const gateStamp = (now: PlanNow): string | null =>
  gateLine(now)
    ?.map(({ text }) => text)
    .join('') ?? null;

const risky = (derived: Readonly<Record<string, string>>): string =>
  derived['high-risk'] === 'yes' ? 'this deployment is high-risk' : 'this deployment may be high-risk';
