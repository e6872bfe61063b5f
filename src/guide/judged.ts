import type { Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { currentBranch, maskOf } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { State } from '../logic/judge.js';
import { type Narrowed, narrow } from '../logic/narrow.js';
import type { Answers } from './answers.js';
import { computed } from './computed.js';
import { dated, unknown } from './value.js';

/** What the facts make of the answers. */
export interface Judged extends Narrowed {
  readonly knowledge: Knowledge;
  readonly answers: Answers;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The facts whose `when` holds. */
  readonly holding: readonly Fact[];
}

/**
 * Answers what the facts make of the answers on a day (YYYY-MM-DD). A given setting that facts strike anyway is wrong: it is
 * judged, but nothing is concluded from it.
 */
export function judgeAnswers(knowledge: Knowledge, answers: Answers, today: string): Judged {
  const start = stateOf(knowledge, answers, today);
  const wrong = wrongSettings(knowledge, start);
  const { state: narrowed, when, contradictions } = narrow(knowledge.rules, without(wrong, start));
  const state = giveBack(wrong, start, narrowed);
  const holding = knowledge.facts.filter((_, at) => when[at] === 'yes');
  return { state, when, contradictions, knowledge, answers, today, holding };
}

/** The given settings whose value facts strike while all of them are left free. */
function wrongSettings(knowledge: Knowledge, start: State): readonly Word[] {
  const given = knowledge.words.filter(
    ({ index, role, full }) => role === 'set' && full !== 0 && start.fixed[index] === 1,
  );
  if (given.length === 0) return [];
  const { masks } = narrow(knowledge.rules, without(given, start)).state;
  return given.filter(({ index }) => ((start.masks[index] ?? 0) & ~(masks[index] ?? 0)) !== 0);
}

function without(words: readonly Word[], start: State): State {
  const masks = start.masks.slice();
  const fixed = start.fixed.slice();
  for (const { index, full } of words) {
    masks[index] = full;
    fixed[index] = 0;
  }
  return { ...start, masks, fixed };
}

function giveBack(words: readonly Word[], start: State, narrowed: State): State {
  for (const { index } of words) {
    narrowed.masks[index] = start.masks[index] ?? 0;
    narrowed.fixed[index] = 1;
  }
  return narrowed;
}

/** Answers whether a word has a value by an answer, not by what the facts conclude. */
export const isGiven = ({ answers }: Judged, word: string): boolean =>
  answers.has(word) && answers.get(word) !== unknown;

/** Answers whether all settings that a fact's `when` names are given: what a setting ought to be, it needn't be yet. */
export const settingsGiven = (judged: Judged, { when }: Fact): boolean =>
  when.every(({ word }) => judged.knowledge.wordById.get(word)?.role !== 'set' || isGiven(judged, word));

function stateOf(knowledge: Knowledge, answers: Answers, today: string): State {
  const { words, version } = knowledge;
  const masks = new Int32Array(words.length);
  const fixed = new Uint8Array(words.length);
  const numbers: (number | undefined)[] = new Array(words.length).fill(undefined);
  const release = version.values.find(({ id }) => id === answers.get(version.id))?.release ?? null;
  const value = (word: string) => answers.get(word);
  const utc = (word: string) => inUtc(knowledge, answers, word);
  for (const word of words) {
    const given =
      word.role === 'computed' ? computed.get(word.id)?.compute({ value, utc, release, today }) : answers.get(word.id);
    masks[word.index] = word.full;
    if (given === undefined || given === unknown) continue;
    fixed[word.index] = 1;
    if (word.type === 'number') numbers[word.index] = Number(given);
    else if (word.type === 'date') numbers[word.index] = momentOf(String(given));
    else masks[word.index] = maskOf(word, elementsOf(given));
  }
  // An unstated or unknown version counts as current branch.
  if (!fixed[version.index]) masks[version.index] = currentBranch(version);
  return { masks, fixed, numbers, hidden: new Uint8Array(words.length) };
}

/** Dates are compared with one another alone, so all of them are read as UTC. */
const momentOf = (date: string): number => Date.parse(date.includes('T') ? `${date}Z` : date);

const elementsOf = (given: string | readonly string[]): string[] =>
  (typeof given === 'string' ? [given] : given).map((element) => (dated(element) ? 'date' : element));

/** Answers whether the UTC box of a date word is given as on: the first value of its word. */
export function inUtc(knowledge: Knowledge, answers: Answers, word: string): boolean {
  const box = knowledge.wordById.get(knowledge.wordById.get(word)?.utc ?? '');
  return box !== undefined && answers.get(box.id) === box.values[0]?.id;
}
