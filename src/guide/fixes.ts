import { valuesIn } from '../knowledge/knowledge.js';
import type { Value, Word } from '../knowledge/vocabulary.js';
import type { Answers } from './answers.js';
import { blockableOnly } from './blockable.js';
import { type Broken, blocking } from './broken.js';
import { type Judged, judgeAnswers } from './judged.js';
import type { Fix } from './plan-shape.js';
import { canBeGiven } from './value.js';

/** How many further blockers a way out may have to clear with it. */
const deepest = 2;

/** Answers the ways out of a blocker: each clears it and raises no other. */
export const fixesOf = (judged: Judged, broken: Broken): Fix[] => [...waysOut(judged, broken)];

/** Answers the way out that changes a word, if possible that word alone; else the first one; null where there is none. */
export function fixFor(judged: Judged, broken: Broken, word: string): Fix | null {
  const fixes: Fix[] = [];
  for (const fix of waysOut(judged, broken)) {
    if (word in fix && Object.keys(fix).length === 1) return fix;
    fixes.push(fix);
  }
  return fixes.find((fix) => word in fix) ?? fixes[0] ?? null;
}

/** Each is looked for when it is asked for: that takes far longer than anything else about a finding. */
function* waysOut(judged: Judged, broken: Broken): Generator<Fix> {
  const before = new Set(blocking(judged).map(({ fact }) => fact.id));
  const found = new Set<string>();
  for (const whole of attempts(judged, broken, before)) {
    const fix = whole && inOrder(judged, whole);
    const key = JSON.stringify(fix);
    if (fix && !found.has(key)) yield fix;
    found.add(key);
  }
}

function* attempts(judged: Judged, broken: Broken, before: ReadonlySet<string>): Generator<Fix | null> {
  for (const candidate of leastRiskFirst(judged, candidates(judged, broken)))
    yield complete(judged, broken, candidate, before, deepest);
  yield* upgrades(judged, broken, before);
}

/** Of changes to the same words, one that makes a deployment no riskier stands before one that does. */
function leastRiskFirst({ knowledge, answers, today }: Judged, fixes: readonly Fix[]): readonly Fix[] {
  const wordsOf = (fix: Fix) => Object.keys(fix).join();
  const order = [...new Set(fixes.map(wordsOf))];
  if (order.length === fixes.length) return fixes;
  const risks = fixes.map((fix) => {
    const { holding } = judgeAnswers(knowledge, changed(answers, fix), today);
    return { fix, at: order.indexOf(wordsOf(fix)), count: holding.filter(({ level }) => level === 'high-risk').length };
  });
  return risks.sort((a, b) => a.at - b.at || a.count - b.count).map(({ fix }) => fix);
}

/** A way out with its words in the order of the vocabulary, so that none is offered twice. */
const inOrder = ({ knowledge }: Judged, fix: Fix): Fix => {
  const place = (word: string) => knowledge.wordById.get(word)?.index ?? 0;
  return Object.fromEntries(Object.entries(fix).sort(([a], [b]) => place(a) - place(b)));
};

/** The fact's own ways out, or else the right values of the words it is broken by. */
function candidates(judged: Judged, broken: Broken): Fix[] {
  const { fact, rows } = broken;
  if (fact.fixes.length > 0) return fact.fixes.map((fix) => Object.fromEntries(fix));
  const words =
    rows.length > 0 ? rows : fact.when.filter((row) => judged.knowledge.wordById.get(row.word)?.role === 'set');
  return words.flatMap((row) => {
    const word = judged.knowledge.wordById.get(row.word);
    if (!word?.changeable || word === judged.knowledge.version) return [];
    return allowedValues(judged, broken, word).map((value) => ({ [word.id]: value }));
  });
}

function allowedValues(judged: Judged, { fact }: Broken, word: Word): string[] {
  const given = judged.answers.get(word.id);
  const must = judged.knowledge.rules[fact.index]?.must.find((test) => test.word === word.index);
  const mask = must?.kind === 'values' ? must.mask : word.full;
  return valuesIn(word, mask).flatMap(({ id }) => (id === given || !canBeGiven(word, id) ? [] : [id]));
}

/** The lowest later release that clears the blocker, and the lowest of them that is still supported. */
function* upgrades(judged: Judged, broken: Broken, before: ReadonlySet<string>): Generator<Fix> {
  const { version } = judged.knowledge;
  const { fact } = broken;
  if (![...fact.must, ...fact.when].some((row) => row.word === version.id)) return;
  const at = version.values.findIndex(({ id }) => id === judged.answers.get(version.id));
  const current = version.values[at];
  if (!current) return;
  const asked = judged.knowledge.rules[fact.index]?.must.find(
    (test) => test.kind === 'values' && test.word === version.index,
  );
  const later = version.values.filter(
    ({ release }, index) =>
      release !== null &&
      (current.release === null || index > at) &&
      (asked?.kind !== 'values' || (asked.mask & (1 << index)) !== 0),
  );
  const lowest = (releases: readonly Value[]): Fix | null => {
    const works = releases.find(({ id }) => clears(judged, broken, { [version.id]: id }, before).length === 0);
    if (works) return { [version.id]: works.id };
    const [first] = releases;
    return first ? complete(judged, broken, { [version.id]: first.id }, before, deepest) : null;
  };
  const supported = later.filter(({ release }) => release !== null && release.endOfSupport >= judged.today);
  for (const releases of [later, supported]) {
    const fix = lowest(releases);
    if (fix) yield fix;
  }
}

/** What the facts make of changed answers. */
interface Tried {
  readonly then: Judged;
  readonly blocked: readonly Broken[];
}

/** Several blockers, and several ways out of one, try the same change. */
const earlier = new WeakMap<Judged, Map<string, Tried>>();

function tried(judged: Judged, fix: Fix): Tried {
  const known = earlier.get(judged) ?? new Map<string, Tried>();
  earlier.set(judged, known);
  const key = JSON.stringify(Object.entries(fix).sort());
  const before = known.get(key);
  if (before) return before;
  const then = judgeAnswers(blockableOnly(judged.knowledge), changed(judged.answers, fix), judged.today);
  const fresh = { then, blocked: blocking(then) };
  known.set(key, fresh);
  return fresh;
}

/** Answers what a change leaves: the blocker itself, blockers that it raises, and blockers of the very words it changes. */
function clears(judged: Judged, broken: Broken, fix: Fix, before: ReadonlySet<string>): Broken[] {
  return tried(judged, fix)
    .blocked.filter(
      ({ fact, rows }) => fact.id === broken.fact.id || !before.has(fact.id) || rows.some(({ word }) => word in fix),
    )
    .sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1));
}

/** Answers a change that raises nothing, made larger by the ways out of what it raises; or null. */
function complete(judged: Judged, broken: Broken, fix: Fix, before: ReadonlySet<string>, depth: number): Fix | null {
  const raised = clears(judged, broken, fix, before);
  if (raised.length === 0) return fix;
  if (depth === 0) return null;
  const { then } = tried(judged, fix);
  for (const next of raised) {
    if (next.fact.id === broken.fact.id) continue;
    for (const more of further(then, next, before, fix)) {
      if (Object.keys(more).some((word) => word in fix)) continue;
      const whole = complete(judged, broken, { ...fix, ...more }, before, depth - 1);
      if (whole) return whole;
    }
  }
  return null;
}

/** A site isn't upgraded twice. */
function* further(judged: Judged, broken: Broken, before: ReadonlySet<string>, fix: Fix): Generator<Fix> {
  yield* candidates(judged, broken);
  if (!(judged.knowledge.version.id in fix)) yield* upgrades(judged, broken, before);
}

const changed = (answers: Answers, fix: Fix): Answers =>
  new Map<string, string | readonly string[]>([...answers, ...Object.entries(fix)]);
