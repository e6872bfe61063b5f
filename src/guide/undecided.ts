import type { Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { judge, judgeAll, type Test, type Truth } from '../logic/judge.js';
import { computed } from './computed.js';
import type { Judged } from './judged.js';
import { unknown } from './value.js';

/** Why a fact isn't decided: the words it hangs on. */
export interface Hanging {
  /** Asked words that aren't answered yet. */
  readonly unanswered: ReadonlySet<Word>;
  /** Asked words that the person doesn't know. */
  readonly unknown: ReadonlySet<Word>;
  /** Words of the wizard and the console that still have several values. */
  readonly chosen: ReadonlySet<Word>;
}

/** Answers whether a fact's `must` holds. */
export const mustOf = (judged: Judged, fact: Fact): Truth =>
  judgeAll(judged.knowledge.rules[fact.index]?.must ?? [], judged.state);

/** Answers whether a fact's `when` holds. */
export const whenOf = (judged: Judged, fact: Fact): Truth => judged.when[fact.index] ?? 'no';

/** Answers the undecided rows of a fact: of its `when`, and of its `must` where that is judged rather than strikes. */
export function undecidedRows(judged: Judged, fact: Fact): Test[] {
  const rule = judged.knowledge.rules[fact.index];
  if (!rule || whenOf(judged, fact) === 'no') return [];
  return [...rule.when, ...rule.judged].filter((test) => judge(test, judged.state) === 'maybe');
}

/** Answers whether the plan can't change any more through this fact: what it asks for holds anyway. */
export function implied(judged: Judged, fact: Fact): boolean {
  return fact.must.length > 0 && whenOf(judged, fact) === 'maybe' && mustOf(judged, fact) === 'yes';
}

/** Answers the words that a fact's undecided rows hang on. */
export function hangingOf(judged: Judged, fact: Fact): Hanging {
  const hanging = { unanswered: new Set<Word>(), unknown: new Set<Word>(), chosen: new Set<Word>() };
  const seen = new Set<number>();
  for (const test of undecidedRows(judged, fact))
    for (const index of wordsIn(judged, test)) trace(judged, index, hanging, seen);
  return hanging;
}

/** The words that a row hangs on. Of two numbers compared, one that isn't known leaves nothing for the other to decide. */
function wordsIn({ knowledge, answers }: Judged, test: Test): number[] {
  if (test.kind !== 'compare' || !('word' in test.than)) return [test.word];
  const pair = [test.word, test.than.word];
  const notKnown = pair.filter((index) => answers.get(knowledge.words[index]?.id ?? '') === unknown);
  return notKnown.length > 0 ? notKnown : pair;
}

function trace(judged: Judged, index: number, hanging: Record<keyof Hanging, Set<Word>>, seen: Set<number>): void {
  const { knowledge, state, answers } = judged;
  const word = knowledge.words[index];
  if (!word || seen.has(index) || state.fixed[index]) return;
  seen.add(index);
  if (word.role === 'computed') {
    for (const id of computed.get(word.id)?.reads ?? []) {
      const input = knowledge.wordById.get(id);
      if (input) trace(judged, input.index, hanging, seen);
    }
    return;
  }
  const decided = word.full !== 0 && isSingle(state.masks[index] ?? 0);
  if (decided) return;
  if (word.role === 'set') hanging.chosen.add(word);
  else if (answers.get(word.id) === unknown) hanging.unknown.add(word);
  else if (word.role === 'asked') hanging.unanswered.add(word);
  for (const fact of definitionsOf(judged, index))
    for (const test of undecidedRows(judged, fact))
      for (const next of wordsIn(judged, test)) trace(judged, next, hanging, seen);
}

/** The definitions that may still give a word its value. */
const definitionsOf = (judged: Judged, index: number): Fact[] =>
  (definitionsByWord(judged.knowledge).get(index) ?? []).filter((fact) => whenOf(judged, fact) === 'maybe');

const known = new WeakMap<Knowledge, ReadonlyMap<number, readonly Fact[]>>();

function definitionsByWord(knowledge: Knowledge): ReadonlyMap<number, readonly Fact[]> {
  const earlier = known.get(knowledge);
  if (earlier) return earlier;
  const byWord = new Map<number, Fact[]>();
  for (const fact of knowledge.facts) {
    if (fact.kind !== 'definition') continue;
    for (const { word } of knowledge.rules[fact.index]?.must ?? [])
      byWord.set(word, [...(byWord.get(word) ?? []), fact]);
  }
  known.set(knowledge, byWord);
  return byWord;
}

/** Answers whether exactly one bit is set. */
export const isSingle = (mask: number): boolean => mask !== 0 && (mask & (mask - 1)) === 0;
