import type { Branch, State, Walked } from './walk.js';

/** What a path has to take: a class of answers, or two that can meet on a path. */
export type Cover = 'each class' | 'each pair of classes';

/** One answer on a path. */
interface Step {
  readonly state: State;
  readonly branch: Branch;
  readonly label: string;
}

/** Answers paths to the ends of the flow that together take every class of answers, or every pair that can meet. */
export function coveringPaths({ start, states }: Walked, cover: Cover): ReadonlyMap<string, string>[] {
  const below = labelsBelow(states);
  const wanted = new Map<string, readonly [first: Step, then: string | null]>();
  for (const first of states.flatMap(stepsOf))
    for (const then of cover === 'each class' ? [null] : (below.get(first.branch.to) ?? []))
      wanted.set(goal(first.label, then), [first, then]);
  const paths: ReadonlyMap<string, string>[] = [];
  for (const [key, [first, then]] of wanted) {
    if (!wanted.has(key)) continue;
    const path = pathBy(first, then, { start, below, wanted });
    for (const met of goalsOn(path, cover)) wanted.delete(met);
    paths.push(new Map(path.map(({ state, branch }) => [state.question?.word ?? '', member(branch, paths.length)])));
  }
  return paths;
}

const goal = (first: string, then: string | null) => `${first} ${then ?? ''}`;

/** Each path takes another one of the answers that no fact tells apart. */
const member = ({ option: { values, value } }: Branch, turn: number): string => values[turn % values.length] ?? value;

const stepsOf = (state: State): Step[] =>
  state.branches.map((branch) => ({ state, branch, label: `${state.question?.word}=${branch.option.value}` }));

const goalsOn = (path: readonly Step[], cover: Cover): string[] =>
  path.flatMap(({ label }, at) =>
    cover === 'each class' ? [goal(label, null)] : path.slice(at + 1).map((then) => goal(label, then.label)),
  );

/** The classes that can still be taken from each state; a state stands behind those it leads to. */
function labelsBelow(states: readonly State[]): Map<State, ReadonlySet<string>> {
  const below = new Map<State, ReadonlySet<string>>();
  for (const state of states)
    below.set(state, new Set(stepsOf(state).flatMap(({ branch, label }) => [label, ...(below.get(branch.to) ?? [])])));
  return below;
}

interface Flow {
  readonly start: State;
  readonly below: ReadonlyMap<State, ReadonlySet<string>>;
  readonly wanted: ReadonlyMap<string, unknown>;
}

/** A path that takes a step and then a class, and on its way as much as it can of what is still wanted. */
function pathBy(first: Step, then: string | null, { start, below, wanted }: Flow): Step[] {
  const path: Step[] = [];
  const leads = leadingTo(first.state);
  const news = ({ label }: Step) =>
    (wanted.has(goal(label, null)) ? 1 : 0) + path.filter((before) => wanted.has(goal(before.label, label))).length;
  const missing = () => then !== null && !path.some(({ label }) => label === then);
  let state = start;
  let passed = false;
  while (state.branches.length > 0) {
    const allowed = stepsOf(state).filter(({ branch, label }) => {
      if (!passed) return state === first.state ? label === first.label : leads(branch.to);
      return !missing() || label === then || below.get(branch.to)?.has(then ?? '');
    });
    const [step] = allowed.sort((a, b) => news(b) - news(a));
    if (!step) break;
    passed ||= state === first.state;
    path.push(step);
    state = step.branch.to;
  }
  return path;
}

/** Answers whether a state leads to another one. */
function leadingTo(target: State): (state: State) => boolean {
  const known = new Map<State, boolean>([[target, true]]);
  const leads = (state: State): boolean => {
    const before = known.get(state);
    if (before !== undefined) return before;
    const found = state.branches.some(({ to }) => leads(to));
    known.set(state, found);
    return found;
  };
  return leads;
}
