import type { Answers } from '../guide/answers.js';
import { blocking } from '../guide/broken.js';
import { type Judged, judgeAnswers } from '../guide/judged.js';
import { hangingOf, whenOf } from '../guide/undecided.js';
import type { Fact } from '../knowledge/facts.js';
import { type Knowledge, valuesIn } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { judge } from '../logic/judge.js';
import type { Rule } from '../logic/narrow.js';
import { daysToTry, momentsToTry } from './moments.js';
import type { Walked } from './walk.js';

/** Answers on which a fact holds: on paths, then after something is chosen in the wizard, or on another day. */
export function* witnesses({ arrivals }: Walked, fact: Fact): Generator<Judged> {
  yield* spread(arrivals.filter((judged) => whenOf(judged, fact) === 'yes'));
  const choosable = arrivals.flatMap((judged) => {
    const words = wordsToChoose(judged, fact);
    return words === null ? [] : [{ judged, words }];
  });
  for (const { judged, words } of spread(choosable)) {
    for (const world of worlds(judged, fact, words)) {
      if (whenOf(world, fact) !== 'yes' || !addsNoBlocker(judged, world, fact)) continue;
      yield world;
      break;
    }
  }
}

/** On how many of the paths a fact is looked at. */
const enough = 32;

/** Some of them, from the first to the last. */
function spread<T>(all: readonly T[]): T[] {
  return all.filter(
    (_, at) =>
      all.length <= enough || Math.floor((at * enough) / all.length) !== Math.floor(((at - 1) * enough) / all.length),
  );
}

/** The words to choose so that the fact holds, or null where other rows are false or wait for an answer. */
function wordsToChoose(judged: Judged, fact: Fact): Word[] | null {
  const { knowledge, state } = judged;
  const { unanswered, unknown, chosen } = hangingOf(judged, fact);
  if (unanswered.size + unknown.size > 0) return null;
  const words = new Set<Word>(chosen);
  for (const test of knowledge.rules[fact.index]?.when ?? []) {
    const word = knowledge.words[test.word];
    if (word?.role === 'set') words.add(word);
    else if (word?.role !== 'computed' && judge(test, state) === 'no') return null;
  }
  return [...words];
}

/** Every choice of the words, allowed values first; dates and days where the fact hangs on computed words. */
function* worlds(judged: Judged, fact: Fact, words: readonly Word[]): Generator<Judged> {
  const { knowledge, answers, today } = judged;
  const computed = (knowledge.rules[fact.index]?.when ?? []).some(
    (test) => knowledge.words[test.word]?.role === 'computed',
  );
  const moments: Answers[] = computed ? momentsToTry(knowledge) : [new Map()];
  const days = computed ? daysToTry(knowledge) : [];
  const closed = words.filter(({ full }) => full !== 0);
  for (const choice of choices(judged, closed)) {
    for (const moment of moments) yield judgeAnswers(knowledge, new Map([...answers, ...choice, ...moment]), today);
    for (const day of days) yield judgeAnswers(knowledge, new Map([...answers, ...choice]), day);
  }
}

function choices(judged: Judged, [word, ...rest]: readonly Word[]): [string, string][][] {
  if (!word) return [[]];
  const allowed = valuesIn(word, judged.state.masks[word.index] ?? 0);
  const values = [...allowed, ...word.values.filter((value) => !allowed.includes(value))];
  return choices(judged, rest).flatMap((others) =>
    values.map(({ id }): [string, string][] => [[word.id, id], ...others]),
  );
}

function addsNoBlocker(before: Judged, after: Judged, fact: Fact): boolean {
  const old = new Set(blocking(before).map((broken) => broken.fact));
  return blocking(after).every((broken) => old.has(broken.fact) || broken.fact === fact);
}

/** Answers the knowledge as if a fact weren't there. */
export function without(knowledge: Knowledge, fact: Fact): Knowledge {
  const never: Rule = {
    when: [{ kind: 'values', word: knowledge.version.index, mask: 0 }],
    must: [],
    strikes: [],
    judged: [],
  };
  return { ...knowledge, rules: knowledge.rules.map((rule, at) => (at === fact.index ? never : rule)) };
}
