import type { Answers } from '../guide/answers.js';
import { computed } from '../guide/computed.js';
import { judgeAnswers } from '../guide/judged.js';
import { unknown } from '../guide/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { judge, type Test } from '../logic/judge.js';

/** Values of a word that no fact tells apart. */
export interface OptionClass {
  /** The one that is walked. */
  readonly value: string;
  /** All that it stands for; of numbers, only the one. */
  readonly values: readonly string[];
}

/** Answers the classes of a word's answers, "I don't know" among them, after what was answered before. */
export type Classes = (word: Word, answers: Answers) => readonly OptionClass[];

/** Answers how the options of every word fall into classes on a day. */
export function classesOf(knowledge: Knowledge, today: string): Classes {
  const rows = knowledge.rules.flatMap(({ when, must }) => [...when, ...must]);
  const closed = new Map<Word, readonly OptionClass[]>();
  const notKnown = { value: unknown, values: [unknown] };
  return (word, answers) => {
    if (word.type === 'number') return [...numbers(knowledge, word, rows, answers), notKnown];
    let classes = closed.get(word);
    if (!classes) {
      classes = [...choices(knowledge, word, rows, today), notKnown];
      closed.set(word, classes);
    }
    return classes;
  };
}

/** Values are told apart by the rows on the word and on what is computed from it. */
function choices(knowledge: Knowledge, word: Word, rows: readonly Test[], today: string): OptionClass[] {
  const telling = new Set([word.index]);
  for (const { id, index } of knowledge.words) if (computed.get(id)?.reads.includes(word.id)) telling.add(index);
  const own = rows.filter(
    (test) => telling.has(test.word) || (test.kind === 'compare' && 'word' in test.than && telling.has(test.than.word)),
  );
  const unruled = { ...knowledge, rules: [] };
  const classes = new Map<string, { value: string; values: string[] }>();
  for (const { id } of word.values) {
    const { state } = judgeAnswers(unruled, new Map([[word.id, id]]), today);
    const truths = own.map((test) => judge(test, state)).join();
    const same = classes.get(truths);
    if (same) same.values.push(id);
    else classes.set(truths, { value: id, values: [id] });
  }
  return [...classes.values()];
}

/** How far above the last bound a number is taken: far enough that others fit between. */
const step = 1024;

/** A number is told apart by its bounds alone: each bound, one between each two, and one above. */
function numbers(knowledge: Knowledge, word: Word, rows: readonly Test[], answers: Answers): OptionClass[] {
  const bounds = new Set([0]);
  const given = (index: number) => {
    const id = knowledge.words[index]?.id ?? '';
    const value = answers.get(id);
    if (value !== undefined && value !== unknown) bounds.add(Number(value));
  };
  for (const test of rows) {
    if (test.kind !== 'compare') continue;
    if ('word' in test.than) {
      if (test.word === word.index) given(test.than.word);
      if (test.than.word === word.index) given(test.word);
    } else if (test.word === word.index) bounds.add(test.than.number);
  }
  const sorted = [...bounds].sort((a, b) => a - b);
  return sorted
    .flatMap((bound, at) => {
      const next = sorted[at + 1] ?? bound + 2 * step;
      return next - bound < 2 ? [bound] : [bound, Math.floor((bound + next) / 2)];
    })
    .map((number) => ({ value: String(number), values: [String(number)] }));
}
