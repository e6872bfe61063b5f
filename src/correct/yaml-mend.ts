import { placesIn } from '../config/places.js';
import type { Reading } from '../guide/reading.js';
import type { Mend } from '../guide/settle.js';
import type { Change } from './corrected.js';
import { type Edit, edited } from './edits.js';
import { type Setting, withGuesses } from './guesses.js';
import { mendRemark, remark, shown } from './remarks.js';
import { leavesOf } from './yaml-leaves.js';
import { above, below, commentedOut, inQuotes, withValue } from './yaml-lines.js';
import { valueText } from './yaml-scalar.js';
import { type Misspelt, misspeltIn } from './yaml-spelling.js';
import { type Statement, statementsIn } from './yaml-statements.js';

/** A text with what could be mended in it. */
export interface Mended {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** Answers a YAML text with its mends made where they stand; null where its form doesn't let it be edited line by line. */
export function mendedYaml(setting: Setting, text: string, reading: Reading): Mended | null {
  const leaves = leavesOf(text);
  const place = placesIn(text);
  const statements = leaves && statementsIn(setting.knowledge, reading, leaves, (offset) => place(offset).line);
  if (!statements) return null;
  const edits: Edit[] = [];
  const changes: Change[] = [];
  const done = new Set<Statement>();
  for (const [at, subject] of reading.subjects.entries()) {
    const own = new Map(subject.stated.map(({ word, value }) => [word, value]));
    const mine = statements.filter(
      ({ states, faults }) => states.includes(at) || faults.some((one) => one.subject === at),
    );
    // What several configs share isn't changed for one of them.
    const shared = new Set(mine.flatMap(({ states, word }) => (states.length > 1 ? [word?.id] : [])));
    const guesses = misspeltIn(setting.knowledge, mine, at);
    const { settled, taken } = withGuesses(setting, own, guesses, ({ id }) => !shared.has(id));
    const anchor = mine.find(({ word }) => settled.mends.some((one) => one.word === word)) ?? mine[0];
    for (const mend of settled.mends) changes.push(changeOf(mend));
    for (const statement of mine) {
      const guess = taken.find((one) => one.statement === statement);
      const mends = settled.mends.filter(
        ({ word }) => word.id === (guess?.word ?? (statement.states.includes(at) ? statement.word?.id : '')),
      );
      if (guess) changes.push(respelt(guess));
      if (!guess && mends.length === 0) continue;
      done.add(statement);
      const value = settled.answers.get(guess?.word ?? statement.word?.id ?? '');
      edits.push(
        ...above(text, statement.leaf, [
          ...(guess ? [respeltRemark(guess)] : []),
          ...mends.map((mend) => mendRemark(mend, setting.origin)),
        ]),
      );
      edits.push(...written(text, statement, guess, value));
    }
    for (const { word, to, ...mend } of settled.mends) {
      if (to === null || !anchor || own.has(word.id) || taken.some((one) => one.word === word.id)) continue;
      const value = settled.answers.get(word.id);
      if (value !== undefined)
        edits.push(
          ...below(text, anchor.leaf, [
            mendRemark({ word, to, ...mend }, setting.origin),
            `${word.id}: ${valueText(value)}`,
          ]),
        );
    }
  }
  for (const statement of statements) {
    if (done.has(statement)) continue;
    const twice = statement.faults.find(({ rule }) => rule === 'input/twice');
    if (twice) {
      changes.push({ what: twice.word ?? '', from: twice.actual, to: null, fact: twice.rule });
      edits.push(
        ...above(text, statement.leaf, [
          remark(`left out, as it is given twice and the first is kept (${twice.rule})`),
        ]),
      );
      edits.push(...commentedOut(text, statement.leaf));
    } else if (statement.unread) edits.push(...commentedOut(text, statement.leaf, 'not read: '));
    else if (statement.word) edits.push(...inQuotes(statement.leaf));
  }
  return { text: edited(text, edits), changes };
}

function written(
  text: string,
  { leaf }: Statement,
  guess: Misspelt | undefined,
  value: string | readonly string[] | undefined,
): Edit[] {
  if (value === undefined) return commentedOut(text, leaf);
  const key = guess?.name ? [{ from: leaf.at, to: leaf.at + leaf.keyLength, text: guess.name }] : [];
  const right = guess !== undefined && guess.name !== null && String(guess.value) === String(value);
  return right ? key : [...key, withValue(leaf, value)];
}

const changeOf = ({ word, from, to, fact }: Mend): Change => ({ what: word.id, from, to, fact: fact.id });

const respelt = ({ word, value, name, rule, statement: { leaf } }: Misspelt): Change => ({
  what: word,
  from: name === null ? leaf.value : leaf.key,
  to: name ?? String(value),
  fact: rule,
});

const respeltRemark = ({ name, rule, statement: { leaf } }: Misspelt): string =>
  remark(`was ${shown(name === null ? (leaf.value ?? '') : leaf.key)}: misspelt (${rule})`);
