import { writePath } from '../guide/answers.js';
import { makePlan } from '../guide/plan.js';
import type { Plan } from '../guide/plan-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Check, Finding } from './check.js';
import { witnesses } from './witnesses.js';

const seeds = [1, 2, 3];
/** How many of the paths are planned anew in each order. */
const paths = 100;

/** Whether the plans stay the same when the facts stand in another order. */
export const anyOrder: Check = {
  name: 'any-order',
  description: 'the same plans come out, whatever order the facts stand in',
  check: ({ knowledge, walked }) => {
    const { arrivals } = walked();
    const every = Math.ceil(arrivals.length / paths);
    const chosen = [
      ...arrivals.filter((_, at) => at % every === 0),
      ...knowledge().facts.flatMap((fact) => witnesses(walked(), fact).next().value ?? []),
    ];
    const findings: Finding[] = [];
    for (const seed of seeds) {
      const other = shuffled(knowledge(), seed);
      for (const { answers, today } of chosen) {
        const [before, after] = [makePlan(knowledge(), answers, today), makePlan(other, answers, today)];
        const part = Object.keys(before).find((name) => sorted(before, name) !== sorted(after, name));
        if (part === undefined || findings.length > 0) continue;
        const [fact] = knowledge().facts.filter(({ id }) => sorted(before, part).includes(`"${id}"`));
        const place = fact ?? knowledge().version;
        const path = writePath(knowledge(), answers);
        findings.push({
          place,
          message: `${part} of the plan change with the order of the facts on the path ${path}. Let the facts named there not overlap.`,
        });
      }
    }
    return { findings, looked: `${chosen.length} plans in ${seeds.length} other orders` };
  },
};

/** Answers one part of a plan with its lists in an order of their own. */
function sorted(plan: Plan, part: string): string {
  const inOrder = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => JSON.stringify(inOrder(one))).sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value).map(([name, one]) => [name, inOrder(one)]);
  };
  return JSON.stringify(inOrder(Object.entries(plan).find(([name]) => name === part)?.[1]));
}

/** Answers the knowledge with its facts in another order. */
export function shuffled(knowledge: Knowledge, seed: number): Knowledge {
  const order = knowledge.facts.map((_, at) => at);
  let random = seed;
  for (let at = order.length - 1; at > 0; at--) {
    random = (random * 48271) % 2147483647;
    const other = random % (at + 1);
    [order[at], order[other]] = [order[other] ?? at, order[at] ?? other];
  }
  const moved = <T>(all: readonly T[]): T[] => order.flatMap((from) => all.slice(from, from + 1));
  const facts = moved(knowledge.facts).map((fact, index) => ({ ...fact, index }));
  return { ...knowledge, facts, rules: moved(knowledge.rules), sources: moved(knowledge.sources) };
}
