import { targetOf, variablesIn } from '../knowledge/cmdlet-shape.js';
import type { Fact } from '../knowledge/facts.js';
import { type Knowledge, valuesIn } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { Answers } from './answers.js';
import { type Broken, blocking } from './broken.js';
import { fixesOf } from './fixes.js';
import { type Judged, judgeAnswers } from './judged.js';
import { canBeGiven } from './value.js';

/** One word that gets another value; null where none was given, or none is left. */
export interface Mend {
  readonly word: Word;
  readonly from: string | null;
  readonly to: string | null;
  readonly fact: Fact;
  /** Other values that the fact allows. */
  readonly others: readonly string[];
}

/** What is left of a text's words once all that can be mended is. */
export interface Settled {
  readonly answers: Answers;
  readonly mends: readonly Mend[];
  readonly judged: Judged;
  readonly broken: readonly Broken[];
}

/** Whether a text can give a word this value, or (null) take the word out. */
export type CanWrite = (word: Word, value: string | null) => boolean;

/** Answers whether a correction may write a word: what the wizard or a cmdlet sets, never what the world is. */
export const isSetting = ({ role, listed, powershell, changeable }: Word): boolean =>
  changeable && (role === 'set' || listed || powershell !== null);

/** A change of words, null to take one out. */
type Change = ReadonlyMap<Word, string | null>;

/**
 * Answers what a text states on a day (YYYY-MM-DD), its broken facts mended one by one: each mend clears its fact and raises
 * none, so their number falls until none is left that can be mended. `set` beats the text, and is never changed.
 */
export function settle(knowledge: Knowledge, own: Answers, set: Answers, today: string, canWrite: CanWrite): Settled {
  let answers = own;
  const mends: Mend[] = [];
  const may: CanWrite = (word, value) => isSetting(word) && !set.has(word.id) && canWrite(word, value);
  for (;;) {
    const judged = judgeAnswers(knowledge, new Map([...answers, ...set]), today);
    const broken = blocking(judged);
    const found = firstMend(judged, broken, may);
    if (!found) return { answers, mends, judged, broken };
    mends.push(...mendsOf(judged, found));
    answers = changed(answers, found.change);
  }
}

interface Found {
  readonly broken: Broken;
  readonly change: Change;
  readonly ways: readonly Change[];
}

function firstMend(judged: Judged, all: readonly Broken[], may: CanWrite): Found | null {
  const before = new Set(all.map(({ fact }) => fact.id));
  for (const broken of all) {
    const ways = waysOut(judged, broken).filter((way) => [...way].every(([word, value]) => may(word, value)));
    const [change] = [...ways, ...detours(judged, broken, may)].filter((way) => clears(judged, broken, way, before));
    if (change) return { broken, change, ways };
  }
  return null;
}

/** The ways out that a report names, a value that needs no more than its name before others; and what isn't shown, gone. */
function waysOut(judged: Judged, broken: Broken): Change[] {
  const { wordById } = judged.knowledge;
  const ids = new Set(broken.rows.map(({ word }) => word));
  const ways = fixesOf(judged, broken).map((fix): Change => {
    const pairs = Object.entries(fix).flatMap(([id, value]) => {
      const word = wordById.get(id);
      return word ? [[word, value] as const] : [];
    });
    return new Map(pairs);
  });
  const hidden = broken.rows.flatMap((row): Change[] => {
    const word = wordById.get(row.word);
    return word && row.cell.kind === 'not-shown' ? [new Map([[word, null]])] : [];
  });
  const own = (way: Change) => way.size === 1 && [...way.keys()].every(({ id }) => ids.has(id));
  const rank = (way: Change) => (own(way) ? 0 : way.size) + ([...way].every(isPlain) ? 0 : 100);
  return [...ways.sort((a, b) => rank(a) - rank(b)), ...hidden];
}

/** A value whose code has a variable in it takes more than its name. */
const isPlain = ([word, value]: readonly [Word, string | null]) =>
  variablesIn(targetOf(word.values.find(({ id }) => id === value)?.powershell ?? null)?.template ?? '').length === 0;

/** A setting that the fact hangs on may leave one other value only: then that one is meant. */
function detours(judged: Judged, broken: Broken, may: CanWrite): Change[] {
  const before = new Set(blocking(judged).map(({ fact }) => fact.id));
  const given = broken.fact.when.flatMap((row) => {
    const word = judged.knowledge.wordById.get(row.word);
    return word && judged.answers.has(word.id) ? [word] : [];
  });
  const changes = given.flatMap((word) =>
    valuesIn(word, word.full).flatMap(({ id }): Change[] =>
      id !== judged.answers.get(word.id) && canBeGiven(word, id) && may(word, id) ? [new Map([[word, id]])] : [],
    ),
  );
  const clearing = changes.filter((change) => clears(judged, broken, change, before));
  return clearing.length === 1 ? clearing : [];
}

/** Whether a change clears a fact and raises none. */
function clears(judged: Judged, { fact }: Broken, change: Change, before: ReadonlySet<string>): boolean {
  const then = judgeAnswers(judged.knowledge, changed(judged.answers, change), judged.today);
  return blocking(then).every((one) => one.fact.id !== fact.id && before.has(one.fact.id));
}

function changed(answers: Answers, change: Change): Answers {
  const then = new Map(answers);
  for (const [{ id, type }, value] of change) {
    if (value === null) then.delete(id);
    else then.set(id, type === 'schedule' ? [value] : value);
  }
  return then;
}

function mendsOf({ answers }: Judged, { broken: { fact }, change, ways }: Found): Mend[] {
  return [...change].map(([word, to]) => {
    const from = answers.get(word.id);
    const others = ways.flatMap((way) => (way.size === 1 ? (way.get(word) ?? []) : [])).filter((value) => value !== to);
    return { word, from: from === undefined ? null : String(from), to, fact, others: change.size === 1 ? others : [] };
  });
}
