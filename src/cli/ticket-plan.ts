import { existsSync } from 'node:fs';
import { mostBytes } from '../config/decode.js';
import { readPairs } from '../config/pairs.js';
import { readPosted } from '../config/recognise.js';
import type { Judged } from '../formats/reports.js';
import type { Answers } from '../guide/answers.js';
import { makePlan } from '../guide/plan.js';
import { validate } from '../guide/validate.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { judgeConfig } from '../plans/judge-config.js';
import { configKind, judgedConfigsIn } from '../plans/judged-configs.js';
import type { KeptPlan } from '../plans/kept-plan.js';
import { titleOf } from '../plans/names.js';
import { planKind } from '../plans/plan-kind.js';
import type { Setup } from '../setup/setup.js';
import { type Id, idIn } from '../store/id.js';
import type { Store } from '../store/port.js';
import { Unusable } from '../text/problem.js';
import { sealOf } from '../tickets/marker.js';
import type { Posted } from '../tickets/plan-order.js';
import { type Arguments, pairOf } from './arguments.js';
import { readBytes } from './bytes.js';
import { readText, sourceName } from './source.js';
import { answersOf } from './stated.js';

/** What a call names as its plan: words, a file, or the id of a plan that is kept. */
export interface Named {
  readonly words: readonly string[];
  readonly file: string | null;
  readonly id: Id | null;
}

/** Answers what the arguments behind the ticket name. Throws Unusable where they are several things. */
export function namedPlan(given: readonly string[]): Named {
  const words = given.filter((one) => one.includes('=') && !existsSync(one));
  const others = given.filter((one) => !words.includes(one));
  const [first = null, ...more] = others;
  if (more.length > 0 || (first !== null && words.length > 0))
    throw new Unusable([
      `tsdeploy ticket: one plan is posted. Name a file, an id, or word=value; --set changes an answer.`,
    ]);
  const id = first === null || existsSync(first) ? null : idIn(first);
  return { words, file: id === null ? first : null, id };
}

/** Answers the plan that a call names, with what was ticked on it. Throws Unusable where there is none. */
export async function planToPost(
  knowledge: Knowledge,
  setup: Setup,
  named: Named,
  { set, options }: Arguments<string>,
  today: string,
  store: () => Promise<Store>,
): Promise<Omit<Posted, 'ticket'>> {
  const kept = named.id === null ? null : await keptIn(await store(), knowledge, setup, named.id);
  const stated = kept === null ? textAnswers(knowledge, named) : new Map(kept.answers);
  const answers: Answers = new Map([...stated, ...answersOf(knowledge, '--set', set)]);
  const plan = makePlan(knowledge, answers, today);
  const config = options.own.get('config');
  // With other answers it is another plan than the one that is kept.
  const keptAs = set.length > 0 ? null : named.id;
  return {
    checklist: keptAs ?? sealOf(plan.path),
    plan,
    answers,
    kept: keptAs === null ? null : kept,
    // Nobody acknowledges here, so that only who may not acknowledge one's own plan matters.
    rule: { may: () => false, otherPerson: setup.acknowledge['second-person'] },
    judged:
      config !== undefined
        ? await judge(knowledge, config, answers, today)
        : keptAs !== null
          ? await judgedThere(await store(), setup.keep.plans, keptAs, (one) =>
              judgeConfig(knowledge, one, answers, today),
            )
          : null,
    link: null,
    nameOf: (person) => kept?.people[person] ?? person,
  };
}

async function keptIn(store: Store, knowledge: Knowledge, setup: Setup, id: Id): Promise<KeptPlan> {
  const kept = await (
    await store.entries(planKind({ title: (answers) => titleOf(knowledge, answers) }, setup.keep.plans))
  ).get(id);
  if (kept) return kept;
  throw new Unusable([`${id}: no plan with this id is kept. /tsdeploy plans in Slack shows which there are.`]);
}

function textAnswers(knowledge: Knowledge, { words, file }: Named): Answers {
  if (file === null)
    return answersOf(knowledge, 'PLAN', words.length === 1 ? readPairs('PLAN', words[0] ?? '') : words.map(pairIn));
  return answersOf(knowledge, sourceName(file), readPairs(sourceName(file), readText(file)));
}

const pairIn = (word: string) =>
  pairOf(word, (message) => {
    throw new Unusable([`tsdeploy ticket: ${message}`]);
  });

/** Answers the config that was judged against a kept plan in Slack, as it is judged now; null where none was. */
async function judgedThere(store: Store, days: number, id: Id, judge: (config: string) => Promise<Judged | null>) {
  const config = await judgedConfigsIn(await store.entries(configKind(days))).of(id);
  return config === null ? null : judge(config);
}

async function judge(knowledge: Knowledge, file: string, answers: Answers, today: string): Promise<Judged> {
  const name = sourceName(file);
  try {
    const { reading, text } = await readPosted(knowledge, readBytes(file, mostBytes));
    return { name, report: validate(knowledge, name, reading, answers, today), text };
  } catch (error) {
    if (error instanceof Unusable) throw new Unusable(error.lines.map((line) => `${name}: ${line}`));
    throw error;
  }
}
