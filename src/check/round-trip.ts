import { type Answers, writePath } from '../guide/answers.js';
import { makePlan } from '../guide/plan.js';
import type { Plan } from '../guide/plan-shape.js';
import type { Condition, Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Check, Finding, Outcome } from './check.js';
import { type Classes, classesOf } from './classes.js';
import { type Change, changesOf } from './config-changes.js';
import { coveringPaths } from './covering-paths.js';
import { type Config, errorsIn, planConfig } from './plan-config.js';
import { misread } from './read-back.js';

/** Whether the validator agrees with the plans: a plan's config is right, and so is any choice that the plan leaves, and no other. */
export const roundTrip: Check = {
  name: 'round-trip',
  description: "a plan's own config validates, with any value the plan allows too, and any struck value is found",
  check: ({ knowledge, walked }) => {
    const paths = coveringPaths(walked(), 'each class');
    return roundTripOn(knowledge(), walked().start.judged.today, paths, 'one');
  },
};

/** After which of the values that a plan allows a second one is tried: after one on each path, or after each. */
type Firsts = 'one' | 'each';

/** Answers what is wrong with the round trip on these paths, on a day (YYYY-MM-DD). */
export function roundTripOn(knowledge: Knowledge, today: string, paths: readonly Answers[], firsts: Firsts): Outcome {
  const findings = new Map<string, Finding>();
  const trip = { knowledge, today, classes: classesOf(knowledge, today), findings, configs: 0 };
  paths.forEach((answers, turn) => {
    const allowed = tryPlan(trip, answers, ({ must }) => must);
    const at = turn % Math.max(1, allowed.length);
    for (const { word, value } of firsts === 'each' ? allowed : allowed.slice(at, at + 1))
      tryPlan(trip, new Map(answers).set(word.id, value), ({ when, must }) => [...when, ...must]);
  });
  return { findings: [...findings.values()], looked: `${trip.configs} configs on ${paths.length} paths` };
}

interface Trip {
  readonly knowledge: Knowledge;
  readonly today: string;
  readonly classes: Classes;
  /** By what is wrong: what is wrong in many places is told once. */
  readonly findings: Map<string, Finding>;
  configs: number;
}

/**
 * The rows by which a fact is a setting's own: those of its `must`; after a free choice those of its `when` too, since two choices
 * may contradict each other through a third setting.
 */
type OwnRows = (fact: Fact) => readonly Condition[];

/** Tries the config of a plan and every change of it; answers those that the plan allows. */
function tryPlan(trip: Trip, answers: Answers, ownRows: OwnRows): Change[] {
  const { knowledge, today, classes, findings } = trip;
  const plan = makePlan(knowledge, answers, today);
  const config = planConfig(plan);
  const path = writePath(knowledge, answers) || 'no answer';
  for (const style of misread(knowledge, config)) {
    const message = `the plan's own config after ${path} isn't read back from ${style} as the same words. Mend the reader, or rename the value.`;
    findings.set(style, { place: knowledge.version, message });
  }
  expectPlansErrors(trip, plan, config, `after ${path} the plan's own config`);
  const changes = [...changesOf(knowledge, config, classes, today)];
  for (const change of changes)
    if (change.allowed)
      expectPlansErrors(trip, plan, change.changed, `after ${path} a config with ${change.word.id}: ${change.value}`);
    else expectOwnFinding(trip, change, path, ownRows);
  return changes.filter(({ allowed }) => allowed);
}

/** What blocks the plan is wrong in the config, and nothing else. */
function expectPlansErrors(trip: Trip, { blockers }: Plan, config: Config, what: string): void {
  const errors = errorsOf(trip, config);
  const tell = (id: string, message: string) => {
    const place = trip.knowledge.facts.find((fact) => fact.id === id) ?? trip.knowledge.version;
    trip.findings.set(id, { place, message: `${id}: ${message}` });
  };
  for (const { fact } of errors)
    if (!blockers.some((blocker) => blocker.fact === fact))
      tell(
        fact,
        `${what} breaks it, though the plan leaves that value. Let it strike the value, or narrow its "when".`,
      );
  for (const { fact } of blockers)
    if (!errors.some((error) => error.fact === fact))
      tell(fact, `${what} doesn't break it, though it blocks the plan. Let its "when" name what leads to it.`);
}

/** A struck value is found at that very setting, by a fact of its own. */
function expectOwnFinding(trip: Trip, { word, value, changed }: Change, path: string, ownRows: OwnRows): void {
  const names = (fact: Fact) => ownRows(fact).some((row) => row.word === word.id);
  const own = new Set(trip.knowledge.facts.filter(names).map(({ id }) => id));
  if (errorsOf(trip, changed).some((error) => error.word === word.id && own.has(error.fact))) return;
  const message = `${word.id}: ${value} is struck after ${path}, but in a config no fact about ${word.id} says so. Let the fact that strikes it hold there too.`;
  trip.findings.set(`${word.id} ${value}`, { place: word, message });
}

function errorsOf(trip: Trip, config: Config) {
  trip.configs++;
  return errorsIn(trip.knowledge, config, trip.today);
}
