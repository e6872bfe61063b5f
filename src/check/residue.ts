import { computed } from '../guide/computed.js';
import type { Judged } from '../guide/judged.js';
import { isSingle } from '../guide/undecided.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { judge, type Test } from '../logic/judge.js';

/** Answers a text that is the same for two states from which everything goes on alike. */
export type Residue = (judged: Judged) => string;

const rowWords = (test: Test): number[] =>
  test.kind === 'compare' && 'word' in test.than ? [test.word, test.than.word] : [test.word];

/** Whether a later answer can decide a row: of two numbers compared, neither may be one that isn't known. */
function canMove(test: Test, live: readonly boolean[], { numbers }: Judged['state']): boolean {
  const words = rowWords(test);
  return (
    words.some((word) => live[word]) &&
    (words.length === 1 || words.every((word) => live[word] || numbers[word] !== undefined))
  );
}

/** Answers how states of this knowledge are told apart: by what their undecided facts still wait for. */
export function residueOf(knowledge: Knowledge): Residue {
  const reads = knowledge.words.flatMap((word) =>
    (computed.get(word.id)?.reads ?? []).flatMap((id) => {
      const from = knowledge.wordById.get(id)?.index;
      return word.role === 'computed' && from !== undefined ? [{ word: word.index, from }] : [];
    }),
  );
  return (judged) => {
    const waiting = waitingRules(judged);
    const live = liveWords(judged, waiting, reads);
    const named = new Set<number>();
    judged.when.forEach((truth, at) => {
      if (truth === 'yes' && knowledge.facts[at]?.kind !== 'note')
        for (const { word } of knowledge.rules[at]?.must ?? []) named.add(word);
    });
    const words = new Set<number>();
    const parts: string[] = [];
    for (const { at, undecided } of waiting) {
      const moving = undecided.filter(({ test }) => canMove(test, live, judged.state));
      if (moving.length === 0) continue;
      const rule = knowledge.rules[at];
      const must =
        rule?.must.filter((test) => !rule.strikes.includes(test)).map((test) => judge(test, judged.state)) ?? [];
      parts.push(
        `${at}${judged.when[at]}${moving.map(({ row }) => row).join('.')}${moving.length < undecided.length ? '?' : ''}${must.join('')}`,
      );
      for (const { test } of moving) for (const word of rowWords(test)) words.add(word);
      for (const test of rule?.must ?? []) for (const word of rowWords(test)) words.add(word);
    }
    for (const word of [...words].sort((a, b) => a - b)) {
      const { masks, fixed, hidden, numbers } = judged.state;
      const answered = judged.answers.has(knowledge.words[word]?.id ?? '');
      parts.push(
        `${word}=${masks[word]},${fixed[word]}${hidden[word]}${answered ? 1 : 0}${named.has(word) ? 1 : 0}${numbers[word] ?? ''}`,
      );
    }
    return parts.join(' ');
  };
}

interface Waiting {
  readonly at: number;
  readonly undecided: readonly { readonly row: number; readonly test: Test }[];
}

/** The facts that aren't decided, with their undecided rows; notes change nothing. */
function waitingRules({ knowledge, state, when }: Judged): Waiting[] {
  return knowledge.rules.flatMap((rule, at) => {
    if (when[at] === 'no' || knowledge.facts[at]?.kind === 'note') return [];
    const rows = [...rule.when, ...rule.must];
    const undecided = rows.flatMap((test, row) =>
      (row >= rule.when.length && rule.strikes.includes(test)) || judge(test, state) !== 'maybe' ? [] : [{ row, test }],
    );
    return undecided.length > 0 ? [{ at, undecided }] : [];
  });
}

/** The words that a later answer can still change, by index. */
function liveWords(
  judged: Judged,
  waiting: readonly Waiting[],
  reads: readonly { word: number; from: number }[],
): boolean[] {
  const { knowledge, state, answers } = judged;
  const live = knowledge.words.map(
    (word) =>
      word.role === 'asked' && !answers.has(word.id) && !(word.full !== 0 && isSingle(state.masks[word.index] ?? 0)),
  );
  for (let grown = true; grown; ) {
    grown = false;
    const wake = (word: number) => {
      if (live[word]) return;
      live[word] = true;
      grown = true;
    };
    for (const { word, from } of reads) if (live[from]) wake(word);
    for (const { at, undecided } of waiting) {
      if (judged.when[at] !== 'maybe' || !undecided.some(({ test }) => canMove(test, live, state))) continue;
      for (const test of knowledge.rules[at]?.strikes ?? []) if (strikes(judged, test)) wake(test.word);
    }
  }
  return live;
}

function strikes({ state }: Judged, test: Test): boolean {
  if (test.kind === 'compare' || state.fixed[test.word]) return false;
  if (test.kind === 'not-shown') return !state.hidden[test.word];
  return ((state.masks[test.word] ?? 0) & ~test.mask) !== 0;
}
